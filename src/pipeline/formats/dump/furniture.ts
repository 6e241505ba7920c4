import { type Habits, isByline, isNameOfOne, recurrenceKey } from './habits.ts';
import { type Block, LONG_LINE } from './line.ts';

/** A line of the page around the papers, not of a paper. */
export type Furniture =
  /** Never a title or abstract. `date` is set for the date under which the papers that follow were listed. */
  | { certain: true; date?: string | undefined }
  /**
   * Read as furniture unless the papers around need it as a title; `cost` in the log odds of alternation.ts. Never the
   * rest of a wrapped text where it `standsAlone`.
   */
  | { certain: false; cost: number; standsAlone?: boolean };

const CERTAINLY = { certain: true } satisfies Furniture;
/** Words and numbers of a page that could be a title as well. */
const LIKELY = { certain: false, cost: 0.7 } satisfies Furniture;

/** What is sooner a title. */
const UNLIKELY = { certain: false, cost: 5 } satisfies Furniture;

/** A line that says what the next one is. */
export const PART_LABEL = /^(title|abstract):?$/i;

/** What stands beside a line. */
export interface Beside {
  /** The line above that is not blank; empty where there is none. */
  above: string;
  below: string;
  /** Whether the line above is one of the page. */
  isBelowFurniture: boolean;
}

/** What a line is to the page: `undefined` for a line that is a paper's. Its text is trimmed and not empty. */
export function readFurniture(
  { text, spaced, part }: Block,
  { above, below, isBelowFurniture }: Beside,
  habits: Habits,
): Furniture | undefined {
  if (part !== undefined) return undefined;
  const isOfAuthors = habits.hasBylines && (isByline(text) || isNameOfOne(text, { above, below }));
  if (isOfAuthors || FIELDS.test(text) || KEYWORDS.test(text)) return { ...LIKELY, standsAlone: true };
  if (text.length > LONGEST) return undefined;
  const date = listingDate(text, spaced);
  if (date !== undefined) return { certain: true, date };
  if (CERTAIN.some((pattern) => pattern.test(text))) return CERTAINLY;
  if (COUNTS.some((pattern) => pattern.test(text))) return LIKELY;
  // A word of the page stands apart; `Models` right below a line may be the end of a title.
  if (PART_LABEL.test(text)) return LIKELY;
  const isApart = spaced || isBelowFurniture || above.length >= LONG_LINE;
  if (LABELS.test(text)) return isApart ? LIKELY : UNLIKELY;
  if (/^submitted by:?$/i.test(above.replace(/^[·•] /, '')) && USER.test(text)) return LIKELY;
  if (habits.recurring.has(recurrenceKey(text))) return isApart ? LIKELY : UNLIKELY;
  // Who a paper is from, below its text: `Tencent`, `· 5 authors`.
  if (above.length >= LONG_LINE && /^[·•]\s*(?:\d+ authors?|published|$)/i.test(below) && !/[.?!]$/.test(text)) return LIKELY;
  // Rules and bullets between papers; a paper may also be called “…”, so the alternation decides.
  if (/^[\p{P}\p{S}\s]+$/u.test(text)) return { certain: false, cost: 3 };
  return undefined;
}

/**
 * The date that a line consists of, as it stands (`Mar 13`); `undefined` for any other line. `Published on Mar 13` right
 * below a title is of that paper, and does not list those that follow.
 */
function listingDate(line: string, spaced: boolean): string | undefined {
  const date = spaced ? (/^(?:(?:published|listed|posted|updated)(?: on)?:? )?(.+)$/i.exec(line)?.[1] ?? line) : line;
  return DATES.some((pattern) => pattern.test(date)) ? date : undefined;
}

const LONGEST = 120;

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sep(?:t|tember)?\\.?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const WEEKDAY = '(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\\.?,? )?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d\\d';
const ANY_DATE = [
  `${WEEKDAY}${MONTH} ${DAY}(?:,? ${YEAR})?`,
  `${WEEKDAY}${DAY}\\.? ${MONTH}(?:,? ${YEAR})?`,
  `${MONTH},? ${YEAR}`,
  `${YEAR}([-/.])(?:0?[1-9]|1[0-2])\\1${DAY}`,
  `${DAY}([-/.])(?:0?[1-9]|1[0-2])\\1${YEAR}`,
  `(?:0?[1-9]|1[0-2])/${DAY}/${YEAR}`,
];
const DATES = ANY_DATE.map((pattern) => new RegExp(`^${pattern}$`, 'i'));
const A_DATE = `(?:${ANY_DATE.slice(0, 3).join('|')}|${YEAR}-\\d\\d-\\d\\d)`;
const AGO = '(?:about |over |almost )?(?:\\d+|an?|one|two|three) ?(?:min(?:ute)?|hour|day|week|month|year|[hdwmy])s?(?: ago)?';
const WHEN = `(?:(?:on )?${A_DATE}|${AGO}|today|yesterday)`;

const COUNT = '[\\d,.]*\\d ?[km]?';
const NAME = "@?[\\p{L}\\p{N}_.’'-]+(?: [\\p{L}\\p{N}_.’'-]+){0,3}";
/** A name that somebody has on a page. */
const USER = new RegExp(`^${NAME}(?: ?·? ?${WHEN})?$`, 'iu');
const BULLET = '(?:[·•|] ?)?';
const CERTAIN = [
  /^new$/i,
  /^get trending papers in your email inbox!?$/i,
  /^subscribe$/i,
  /^by ?@?\w+ and the research community$/i,
  new RegExp(`^${BULLET}submitted by:?(?: ${NAME}?(?: ?·? ?${WHEN})?)?$`, 'iu'),
  new RegExp(
    `^${BULLET}(?:(?:last |first )?(?:published|updated|posted|submitted|added|edited|modified|announced)|on)(?: on)?:? ${WHEN}$`,
    'i',
  ),
  new RegExp(`^[·•|] ?${WHEN}$`, 'i'),
  new RegExp(`^(?:up)?votes?:? ${COUNT}$`, 'i'),
  new RegExp(`^\\+?${COUNT} (?:up)?votes?$`, 'i'),
  new RegExp(`^(?:▲|△|⬆️?|👍|🔥|❤️?|⭐️?|★|↑|💬|👀|🤗|🚀) ?${COUNT}(?: ?[▼▽])?$`, 'iu'),
  /^#\d+ paper of the (?:day|week|month)$/i,
  /^(?:\[\d+\]\s*)?arxiv:\s?\d{4}\.\d{4,5}(?:v\d+)?(?: .*\[.*\].*| \([a-z-]+(?:\.[a-z-]+)?\).*)?$/i,
  /^(?:\d+\. )?arxiv:\d{4}\.\d{4,5}\s+\[.*\](?:\s+[a-z-]+(?:\.[a-z]+)?)*$/i,
  /^\[submitted on .*\]$/i,
  /^submitted \d.*(?:originally announced|;|\d{4}\.?$).*$/i,
  /^\\\\(?: ?\(.*\))?$/,
  // The address of a paper's own page; any other address may be its code, and is kept.
  /^(?:url:? ?)?(?:https?:\/\/)?(?:www\.)?(?:arxiv\.org\/(?:abs|pdf|html)|huggingface\.co\/papers|openreview\.net\/(?:forum|pdf)|aclanthology\.org|(?:dx\.)?doi\.org|semanticscholar\.org\/paper|paperswithcode\.com\/paper)\/?\S*$/i,
  /^(?:models|datasets|spaces|collections) (?:citing|including|linking) this paper:? ?\d*$/i,
  /^\d+ points? by \S+.*$/i,
];
const THINGS =
  '(?:(?:up|down)?votes?|points?|authors?|comments?|likes?|views?|stars?|replies|citations?|cited by|downloads?|shares?|reads?|followers?|people|issues?|score|github|community|discussions?|upvoted by)';
/** Numbers of a page that could be a title as well. */
const COUNTS = [
  /^[^\p{L}]*\d[^\p{L}]*$/u,
  new RegExp(`^[+·•-]? ?${COUNT}$`, 'i'),
  new RegExp(`^(?:[^.?!]{0,60}[·•|-] ?)?${COUNT} ${THINGS}(?: ?[·•|] ?(?:published |updated )?${WHEN})?$`, 'i'),
  new RegExp(`^${BULLET}${THINGS}:? ?${COUNT}(?: people)?$`, 'i'),
  new RegExp(`^[^.?!]{0,60}[·•] ?(?:published|updated) ${WHEN}$`, 'i'),
  new RegExp(`^${BULLET}${AGO}$`, 'i'),
  new RegExp(`^(?:week of )?${A_DATE}(?: ?(?:–|-|to) ?(?:${A_DATE}|\\d{1,2}))?$`, 'i'),
  /^(?:[[(]?(?:pdf|html|other|bib|abs|tex|ps|doi|cite|supp)[\])]?(?:[,|·/ ]+|$))+$/i,
  // `#nlp #parsing`
  /^(?:#[\p{L}\p{N}_-]+[\s,]*){2,}$/u,
  /^(?:page \d+ of \d+|showing \d.* results?|(?:vol\.|no\.|pp\.) ?\d.*|(?:©|copyright) .*|(?:sort|filter|order)(?:ed)? by.*)$/i,
];
/** What a page tells of a paper under a heading, on one line. */
const FIELDS =
  /^(?:[*_]{1,3})?(?:Author(?:s|\(s\))?|Comments?|Subjects?|Categories|Keywords|Key ?words|Index Terms|Journal-ref|DOI|Cite as|Citation|Date|Submitted|Published|Updated|Venue|Year|Conference|Journal|Publisher|Report-no|MSC-class|ACM-class|License|Readers|Primary Area|Track|PDF|arXiv(?: ID)?|Score|Tags|Anthology ID|Volume|Month|Pages|Bibkey|Affiliations?|Institutions?|TL;DR)(?:[*_]{1,3})?(?: ?[:：]|\t)(?:[*_]{1,3})?\s*\S/u;
/** What is said of a paper below its abstract, with a dash: `Index Terms—speech, noise`. */
const KEYWORDS =
  /^(?:[*_]{1,3})?(?:key ?words(?: and phrases)?|index terms|ccs concepts|general terms)(?:[*_]{1,3})?\s*(?:[:：—–•]|--| - )(?:[*_]{1,3})?\s*\S/iu;
/** Words of a page that could be a title as well, arrows and bullets around them aside. */
const LABELS =
  /^[-·•+«‹←<]* ?(?:(?:up|down)?votes?(?: -)?|today|yesterday|authors?:?|daily papers|trending papers|trending|papers?|paper of the (?:day|week|month)|hugging face(?:[’']s logo)?|community|collections?|organi[sz]ations?|comments?|github|view (?:arxiv page|pdf)|pdf|html(?: \(experimental\))?|(?:view )?arxiv(?: page)?|project(?: page)?|code|add to collection|ai-generated summary|read (?:the )?(?:full )?paper|(?:read|show|load|see|view) (?:more|less|all|abstract)|hide|more|next|previous|first|last|back(?: to top)?|top|home|about(?: us)?|contact(?: us)?|help|faq|blog|terms(?: (?:of|and) .*)?|privacy(?: policy)?|cookies?|imprint|share|save|cite|like|reply|report(?: (?:an )?issue)?|tweet|follow|bookmark|sign (?:up|in)|log ?(?:in|out)|register|search|models|datasets|spaces|docs|pricing|enterprise|settings|notifications|newest|oldest|daily|weekly|monthly|all fields|by ?ak and the research community) ?[›»→>]*$/i;
