/** A word of a text. */
export interface Word {
  /** As it stands. */
  text: string;
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

const WORD = /[\p{L}\p{N}]+/gu;
const PARTING = /[()\n]|[.!?;:,](?=\s|$)/;

/** Cut a text into words. Hyphens part words, so that `k-nearest` and `k nearest` are the same two. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const start = match.index;
    const end = start + word.length;
    const isAcronym = looksLikeAcronym(word);
    const isJoined =
      last > 0 &&
      (start - last === 1
        ? text[last] === ' ' || text[last] === '-' || !PARTING.test(text[last]!)
        : !PARTING.test(text.slice(last, start)));
    words.push({
      text: word,
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
  return /\p{Lu}.*\p{Lu}/u.test(word);
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
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}
