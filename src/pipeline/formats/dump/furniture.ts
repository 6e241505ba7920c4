/** A line of the page around the papers, not of a paper. */
export type Furniture =
  /** Never a title or abstract. `date` is set for the date under which the papers that follow were listed. */
  | { certain: true; date?: string | undefined }
  /** Read as furniture unless the papers around need it as a title; `cost` in the log odds of alternation.ts. */
  | { certain: false; cost: number };

/**
 * What a line is to the page: `undefined` for a line that is a paper's.
 *
 * @param line  Trimmed, not empty.
 * @param above  The line before it that is not empty, trimmed.
 * @param isSpaced  Whether a blank line parts the two.
 */
export function readFurniture(line: string, above: string, isSpaced: boolean): Furniture | undefined {
  if (line.length > LONGEST) return undefined;
  const date = listingDate(line);
  if (date !== undefined) return { certain: true, date };
  if (CERTAIN.some((pattern) => pattern.test(line))) return { certain: true };
  if (COUNTS.some((pattern) => pattern.test(line))) return { certain: false, cost: 0.7 };
  // A word of the page stands apart; `Models` right below a line may be the end of a title.
  if (LABELS.test(line)) return { certain: false, cost: isSpaced ? 0.7 : 5 };
  if (/^submitted by:?$/i.test(above) && /^@?[\w.-]{2,40}$/.test(line)) return { certain: false, cost: 0.7 };
  // Rules and bullets between papers; a paper may also be called “…”, so the alternation decides.
  if (/^[\p{P}\p{S}\s]+$/u.test(line)) return { certain: false, cost: 3 };
  return undefined;
}

/** The date that a line consists of, as it stands (`Mar 13`); `undefined` for any other line. */
function listingDate(line: string): string | undefined {
  const date = /^(?:(?:published|listed|posted|updated)(?: on)?:? )?(.+)$/i.exec(line)?.[1] ?? line;
  return DATES.some((pattern) => pattern.test(date)) ? date : undefined;
}

const LONGEST = 80;

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sep(?:t|tember)?\\.?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const WEEKDAY = '(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\\.?,? )?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d\\d';
const DATES = [
  `${WEEKDAY}${MONTH} ${DAY}(?:,? ${YEAR})?`,
  `${WEEKDAY}${DAY}\\.? ${MONTH}(?:,? ${YEAR})?`,
  `${MONTH},? ${YEAR}`,
  `${YEAR}([-/.])(?:0?[1-9]|1[0-2])\\1${DAY}`,
  `${DAY}([-/.])(?:0?[1-9]|1[0-2])\\1${YEAR}`,
  `(?:0?[1-9]|1[0-2])/${DAY}/${YEAR}`,
].map((pattern) => new RegExp(`^${pattern}$`, 'i'));

const COUNT = '[\\d,.]*\\d ?[km]?';
const CERTAIN = [
  /^new$/i,
  /^get trending papers in your email inbox!?$/i,
  /^subscribe$/i,
  /^by ?@?\w+ and the research community$/i,
  /^submitted by:?(?: @?[\w.-]+(?: [\w.-]+){0,3})?$/i,
  new RegExp(`^(?:up)?votes?:? ${COUNT}$`, 'i'),
  new RegExp(`^\\+?${COUNT} (?:up)?votes?$`, 'i'),
  new RegExp(`^(?:▲|△|⬆️?|👍|🔥|❤️?|⭐️?|★|↑) ?${COUNT}$`, 'iu'),
];
/** Numbers of a page that could be a title as well. */
const COUNTS = [
  new RegExp(`^[+·•-]? ?${COUNT}$`, 'i'),
  new RegExp(
    `^[·•-]? ?${COUNT} (?:authors?|comments?|likes?|views?|stars?|replies|citations?|days?|hours?|minutes?|weeks?|months?)(?: ago)?$`,
    'i',
  ),
  new RegExp(`^(?:github|comments?|stars?|likes?|community|discussions?):? ?${COUNT}$`, 'i'),
];
/** Words of a page that could be a title as well. */
const LABELS =
  /^[-·•+]? ?(?:(?:up|down)?votes?|today|yesterday|abstract:?|daily papers|trending papers|trending|papers|hugging face|community|comments?|github|view pdf|pdf|html|(?:view )?arxiv(?: page)?|project(?: page)?|code|add to collection|(?:read|show|load|see) more|next|previous|share|save|bookmark|sign up|log ?in|search|models|datasets|spaces|docs|pricing)$/i;
