/**
 * Log odds (natural) that a text is an abstract or a part of one, and not a title, by its shape alone: within ±10,
 * but ±16 for the shapes that the other kind never has (four title-cased words without full stop; 400 letters in
 * three sentences).
 *
 * Weights of a logistic regression on titles, abstracts and stretches of one to three sentences of the ACL
 * Anthology and arXiv: on papers not learnt from, 0.1 % of either kind lie on the wrong side.
 */
export function abstractOdds(text: string): number {
  const stop = /[.。]["”)\]]?$/u.test(text);
  const head = text.slice(0, 600);
  const sentences = count(head, /\. [A-Z]|。/g);
  if (stop && sentences >= 2 && head.length > 400) return SURE;
  const letters = width(head);
  const { words, capital } = countCapitals(head);
  if (!stop && sentences === 0 && words >= 4 && capital >= 0.75 * words) return -SURE;
  const length = Math.log(Math.min(Math.max(letters, SHORTEST), 800)) - 4.5;
  const verbs = count(head, /\b(?:is|are|was|were|has|have|been|be|can|est|sont|ist|sind)\b/g);
  const ours = /\b(?:[Ww]e|[Oo]ur|I|nous|wir)\b/.test(head);
  const odds =
    -3.5 +
    1.0 * length +
    1.4 * length * length +
    8.4 * Number(stop) +
    0.9 * Number(/[?!？！]$/u.test(text)) +
    0.9 * Math.min(2, sentences) +
    3.0 * Number(ours) +
    1.2 * Math.min(3, verbs) +
    2.1 * Number(/\b(?:[Tt]his|the) (?:paper|work|article|study|thesis|survey|report)\b/.test(head)) -
    6.2 * (capital / Math.max(1, words)) -
    1.4 * Number(head.includes(': ')) +
    0.9 * Math.min(3, count(head, /, /g)) -
    // No sentence at all: abstracts have none of these, so the regression could not learn it.
    4 * Number(!stop && sentences === 0 && verbs === 0 && !ours && letters < 250);
  return clamp(hasAddress(text) ? Math.max(ADDRESS, odds) : odds, -MOST, MOST);
}

const MOST = 10;
const SURE = 16;
/** Titles have no address in them; that a text has one does not make it a whole abstract either. */
const ADDRESS = 3;
/** Where the parabola of the length turns: shorter texts are no likelier to be abstracts. */
const SHORTEST = 63;

/** Log odds, roughly, that the second text goes on where the first breaks off in the middle of a sentence or phrase. */
export function runsOn(first: string, second: string): number {
  let odds = 0;
  if (/[.。]["”)\]]?$/u.test(first)) odds -= 4;
  else if (/[!?！？]["”)\]]?$/u.test(first)) odds -= 1;
  else if (/[-–—:;,(/&+]$/u.test(first)) odds += 3;
  else if (
    /\b(?:of|for|and|with|the|in|to|an?|on|by|from|via|using|as|or|at|into|over|under|through|between|towards?|without|that|is|are|vs\.?|de|des|la|le|les|du|et|der|die|das|und|für)$/i.test(
      first,
    )
  )
    odds += 4;
  if (/^[),.;:%–—-]/u.test(second)) odds += 3;
  else if (/^\p{Ll}/u.test(second)) odds += 3;
  else if (/^(?:Of|For|And|With|In|To|On|By|From|Via|Using|As|Or|At|Into|Through|Between|Without)\b/.test(second)) odds += 1.5;
  return odds;
}

/**
 * Log odds, roughly, that two lines were one before an editor wrapped it: the second is not much longer than what had
 * room in the first.
 */
export function wrapOdds(first: string, second: string): number {
  const word = second.search(/\s|$/);
  return second.length > 1.5 * first.length + word && runsOn(first, second) <= 0 ? -2 : 0;
}

/**
 * Log odds that a line begins the title that another one ends, and is no title of its own: its words stand in the
 * abstract, and the two have none in common.
 *
 * Fitted on titles of the ACL Anthology and arXiv, cut anywhere, against their own abstract and the next one's.
 */
export function titleWordsOdds(first: Set<number>, second: Set<number>, abstract: Set<number>): number {
  let odds = 0;
  for (const stem of first) odds += second.has(stem) ? -1.5 : abstract.has(stem) ? 1 : -1;
  return clamp(odds, -4, 5);
}

/** Log density of a title's length, 0 at the usual 80 characters: two halves of a title are each too short. */
export function titleLengthOdds(title: string): number {
  const deviation = Math.log(Math.max(width(title.slice(0, 600)), 4) / 80) / 0.4;
  return Math.max(-4, -(deviation ** 2) / 2);
}

/** What is read of a paper so far, for `sameAbstractOdds`. */
export interface ReadSoFar {
  /** Length of title and abstract, in UTF-16 units. */
  length: number;
  /** Word stems of each of its blocks. */
  stems: Set<number>[];
  /** The block read last. */
  last: string;
}

/** What is usual in a dump: the length of an abstract (the median), and in how many abstracts each stem occurs. */
export interface Usual {
  length: number;
  abstracts: number;
  occurrences: Map<number, number>;
}

/**
 * Log odds that a paragraph belongs to the abstract before it, and does not begin the abstract of another paper: by
 * the words that both have, rare ones counting more (inverse document frequency), and by length and opening words.
 *
 * Weights of a logistic regression: abstracts cut in two at a sentence's end against one abstract after another, of
 * the ACL Anthology and arXiv. On papers not learnt from, 2 % of either are misjudged.
 */
export function sameAbstractOdds(before: ReadSoFar, paragraph: string, stems: Set<number>, usual: Usual): number {
  let weight = 0;
  let sharedWeight = 0;
  let sharedRare = 0;
  for (const stem of stems) {
    const occurrences = usual.occurrences.get(stem) ?? 1;
    const rarity = Math.log((usual.abstracts + 1) / occurrences);
    weight += rarity;
    if (!before.stems.some((each) => each.has(stem))) continue;
    sharedWeight += rarity;
    if (occurrences <= Math.max(2, 0.02 * usual.abstracts)) sharedRare += 1;
  }
  const total = Math.log((before.length + paragraph.length) / usual.length);
  const odds =
    3.8 +
    13.5 * (sharedWeight / Math.max(4, weight)) +
    0.7 * Math.min(4, sharedRare) -
    11.9 * total -
    2.1 * total * total +
    3.5 * Number(GOES_ON.test(paragraph)) -
    1.6 * Number(BEGINS.test(paragraph)) -
    1.7 * Number(ENDS.test(before.last.slice(-250))) -
    1.3 * Number(PROPOSES.test(paragraph.slice(0, 2000)));
  // Where the code is, at the end of an abstract, shares no word with it, but is no abstract by itself.
  const least = paragraph.length < LONGEST_POINTER && hasAddress(paragraph) ? 0 : -MOST;
  // Without a rare word in common, shortness alone says nothing for a paragraph: titles are short too.
  return clamp(odds, least, sharedRare === 0 ? 1.5 : MOST);
}

const BEGINS =
  /^(?:Recent|Recently|In recent|Large|With the (?:rise|advent|rapid|increasing|development)|Despite|Neural|Deep|This (?:paper|work|article))\b/;
const ENDS =
  /\b(?:results|outperform\w*|available|release\w*|demonstrat\w*|future|state-of-the-art|improve\w*|publicly|github)\b/;
const PROPOSES = /\b(?:[Tt]his (?:paper|work|article)|[Ww]e (?:propose|present|introduce|describe))\b/;
const GOES_ON =
  /^(?:However|Moreover|Furthermore|Finally|Additionally|In addition|Our|To (?:this|address|overcome|tackle|solve|mitigate|bridge|fill|evaluate)|(?:The )?(?:[Ee]xperiment\w*|[Rr]esults|[Cc]ode)|Extensive|Empirical\w*|Specifically|In particular|Then|Thus|Therefore|Hence|Second|Third|Next|Also|Further|Additional|Code|It|They|These|Such|Evaluation\w*|Based on|On (?:the|top)|For (?:example|instance)|As a result|Using|By|Compared|Unlike|Instead|Here|Through)\b/;

/** Of a sentence or two that say where code or data are, in UTF-16 units. */
const LONGEST_POINTER = 300;

/** Whether an address stands at the beginning or the end of a text. */
export function hasAddress(text: string): boolean {
  return ADDRESSES.test(text.length > 4000 ? text.slice(0, 600) + text.slice(-600) : text);
}

/** With its scheme, or `github.com/someone/something`. */
const ADDRESSES = /https?:\/\/|(?:^|[\s(])(?:[a-z\d-]+\.)+(?:com|org|net|io|ai|edu|dev)\/[\w~]/i;

const WIDE = /[\u3040-\ud7af]/;

/** Length as the eye sees it: a Chinese, Japanese or Korean character counts as two and a half letters. */
function width(text: string): number {
  return WIDE.test(text) ? text.length + 1.5 * count(text, /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g) : text.length;
}

/** Words of four letters and more, and how many of them begin with a capital. */
function countCapitals(text: string): { words: number; capital: number } {
  let words = 0;
  let capital = 0;
  for (const word of text.match(/(?:^| )\p{L}{4}/gu) ?? []) {
    const first = word.at(-4) ?? '';
    words += 1;
    if (first !== first.toLowerCase()) capital += 1;
  }
  return { words, capital };
}

/**
 * The first seven letters of each word of four and more, in small letters, as hashes; of writing without spaces each
 * pair of characters. At most the first 3,000 characters count. By character codes, since every paper passes here.
 */
export function stemsOf(text: string): Set<number> {
  const stems = new Set<number>();
  const end = Math.min(text.length, 3000);
  let hash = 0;
  let letters = 0;
  for (let index = 0; index <= end; index += 1) {
    const code = index < end ? text.charCodeAt(index) : 0;
    if (code >= 0x3040) {
      stems.add(Math.imul(code, 65_537) + text.charCodeAt(index + 1));
    } else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code >= 0xc0) {
      if (letters < 7) hash = Math.imul(hash ^ (code | 0x20), 16_777_619);
      letters += 1;
      continue;
    }
    if (letters >= 4) stems.add(hash);
    hash = 0;
    letters = 0;
  }
  return stems;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
