/** A word of a text. */
export interface Word {
  /** Lower case, singular: `networks` and `network` are one, `CNNs` and `CNN` too. A number is `#` where only its kind counts: see terms.ts. */
  stem: string;
  /** Two capitals or more: `GAN`, `NeRF`, `LSTMs`. */
  isAcronym: boolean;
  /** No punctuation but a hyphen or slash between this word and the one before, so that both can be one term. */
  isJoined: boolean;
  /** Offsets in the text, in UTF-16 units, end excluded. */
  start: number;
  end: number;
}

/** Cut a text into words: letters and digits. Hyphens part words, so that `k-nearest` and `k nearest` are the same two. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (let start = wordStart(text, 0); start < text.length; start = wordStart(text, last)) {
    const end = wordEnd(text, start);
    const word = text.slice(start, end);
    const isJoined = last > 0 && !isParted(text, last, start);
    const isAcronym = looksLikeAcronym(word);
    words.push({
      stem: isAcronym ? acronymStem(word) : singular(word.toLowerCase()),
      isAcronym,
      isJoined,
      start,
      end,
    });
    last = end;
  }
  return words;
}

/** A word with two capitals or more is an acronym, or a name that is written like one. */
export function looksLikeAcronym(word: string): boolean {
  let capitals = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > LAST_ASCII) return /\p{Lu}.*\p{Lu}/u.test(word);
    if (code >= 65 && code <= 90) capitals++;
  }
  return capitals > 1;
}

/** `CNNs` and `ConvNets` lose their s, `NAS` keeps it. */
function acronymStem(word: string): string {
  return /\p{Lu}s$/u.test(word)
    ? word.slice(0, -1).toLowerCase()
    : /\p{Ll}$/u.test(word)
      ? singular(word.toLowerCase())
      : word.toLowerCase();
}

/** Plural to singular and no further: Porter's stems lost more (`universal`, `university`) than they found; see README.md. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const before = word[word.length - 2]!;
  return before === 's' || before === 'u' || before === 'i' ? word : word.slice(0, -1);
}

// Letter by letter, as regular expressions took a fifth of all the time that topics take; what is not ASCII is left to them.

const LAST_ASCII = 127;
/** By code: 1 for a letter or digit. */
const ASCII_LETTERS = Uint8Array.from({ length: LAST_ASCII + 1 }, (_, code) =>
  Number(/[a-z0-9]/i.test(String.fromCharCode(code))),
);
const PARTING = /[()\n]|[.!?;:,](?=\s|$)/;

function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && lengthOfLetter(text, at) === 0) at++;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  for (let length = lengthOfLetter(text, at); length > 0; length = lengthOfLetter(text, at)) at += length;
  return at;
}

/** UTF-16 units of the letter or digit at a place; 0 where there is none. */
function lengthOfLetter(text: string, at: number): 0 | 1 | 2 {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  if (code <= LAST_ASCII) return ASCII_LETTERS[code] as 0 | 1;
  const letter = String.fromCodePoint(text.codePointAt(at)!);
  return /^[\p{L}\p{N}]/u.test(letter) ? (letter.length as 1 | 2) : 0;
}

/** Whether what stands between two words parts them. */
function isParted(text: string, from: number, to: number): boolean {
  if (to - from === 1 && (text[from] === ' ' || text[from] === '-')) return false;
  return PARTING.test(text.slice(from, to));
}
