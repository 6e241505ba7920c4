/**
 * Log odds (natural) that a text is an abstract or a part of one, and not a title, by its shape alone: within ±10,
 * but ±16 for the shapes that the other kind never has (five title-cased words without full stop; 400 letters in
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
  if (!stop && sentences === 0 && words >= 5 && capital >= 0.75 * words) return -SURE;
  const length = Math.log(Math.min(Math.max(letters, SHORTEST), 800)) - 4.5;
  const odds =
    -3.5 +
    1.0 * length +
    1.4 * length * length +
    8.4 * Number(stop) +
    0.9 * Number(/[?!？！]$/u.test(text)) +
    0.9 * Math.min(2, sentences) +
    3.0 * Number(/\b(?:[Ww]e|[Oo]ur|I|nous|wir)\b/.test(head)) +
    1.2 * Math.min(3, count(head, /\b(?:is|are|was|were|has|have|been|be|can|est|sont|ist|sind)\b/g)) +
    2.1 * Number(/\b(?:[Tt]his|the) (?:paper|work|article|study|thesis|survey|report)\b/.test(head)) -
    6.2 * (capital / Math.max(1, words)) +
    6 * Number(/https?:\/\//.test(text.length > 4000 ? head + text.slice(-600) : text)) -
    1.4 * Number(head.includes(': ')) +
    0.9 * Math.min(3, count(head, /, /g));
  return clamp(odds, -MOST, MOST);
}

const MOST = 10;
const SURE = 16;
/** Where the parabola of the length turns: shorter texts are no likelier to be abstracts. */
const SHORTEST = 63;

/** Log odds, roughly, that the second text goes on where the first breaks off in the middle of a sentence or phrase. */
export function runsOn(first: string, second: string): number {
  let odds = 0;
  if (/[.!?。！？]["”)\]]?$/u.test(first)) odds -= 2;
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

/**
 * Log odds that a paragraph belongs to the abstract before it, and does not begin the abstract of another paper.
 *
 * @param usual  Length of a whole abstract in this dump, in UTF-16 units: its median.
 *
 * Weights of a logistic regression: abstracts cut in two at a sentence's end against one abstract after another,
 * of the ACL Anthology and arXiv. On papers not learnt from, 2 % of the former and 5 % of the latter are misjudged.
 */
export function sameAbstractOdds(before: ReadSoFar, paragraph: string, stems: Set<number>, usual: number): number {
  let known = 0;
  for (const stem of stems) if (before.stems.some((each) => each.has(stem))) known += 1;
  const shared = known / Math.max(4, stems.size);
  const total = Math.log((before.length + paragraph.length) / usual);
  const odds =
    3.8 +
    12.6 * shared -
    8.9 * total -
    6.4 * total * total +
    0.2 * Math.log(paragraph.length / usual) +
    3.3 * Number(GOES_ON.test(paragraph)) -
    1.7 * Number(BEGINS.test(paragraph)) -
    1.5 * Number(ENDS.test(before.last.slice(-250))) -
    1.2 * Number(PROPOSES.test(paragraph.slice(0, 2000)));
  return clamp(odds, -MOST, MOST);
}

const BEGINS =
  /^(?:Recent|Recently|In recent|Large|With the (?:rise|advent|rapid|increasing|development)|Despite|Neural|Deep|This (?:paper|work|article))\b/;
const ENDS =
  /\b(?:results|outperform\w*|available|release\w*|demonstrat\w*|future|state-of-the-art|improve\w*|publicly|github)\b/;
const PROPOSES = /\b(?:[Tt]his (?:paper|work|article)|[Ww]e (?:propose|present|introduce|describe))\b/;
const GOES_ON =
  /^(?:However|Moreover|Furthermore|Finally|Additionally|In addition|Our|To (?:this|address|overcome|tackle|solve|mitigate|bridge|fill|evaluate)|Experiment\w*|Extensive|Empirical\w*|Results|Specifically|In particular|Then|Thus|Therefore|Hence|Second|Third|Next|Also|Further|Additional|Code|It|They|These|Such|Evaluation\w*|Based on|On (?:the|top)|For (?:example|instance)|As a result|Using|By|Compared|Unlike|Instead|Here|Through)\b/;

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
 * The first seven letters of each word of five and more, in small letters, as hashes; of writing without spaces each
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
    if (letters >= 5) stems.add(hash);
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
