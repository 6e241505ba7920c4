import { stemmer } from 'stemmer';

/** A word of a text. */
export interface Word {
  /** As it stands. */
  text: string;
  /** Porter stem, lower case: `networks` and `network` are one. An acronym keeps its letters, without a plural s: `CNNs` → `cnn`. */
  stem: string;
  /** Two capitals or more: `GAN`, `NeRF`, `LSTMs`. */
  isAcronym: boolean;
  /** Offsets in the text, in UTF-16 units, end excluded. */
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Cut a text into words. Hyphens part words, so that `k-nearest` and `k nearest` are the same two. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const isAcronym = looksLikeAcronym(word);
    words.push({
      text: word,
      stem: isAcronym ? acronymStem(word) : stemmer(word.toLowerCase()),
      isAcronym,
      start: match.index,
      end: match.index + word.length,
    });
  }
  return words;
}

/** A word with two capitals or more is an acronym, or a name that is written like one. */
export function looksLikeAcronym(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word);
}

function acronymStem(word: string): string {
  return word.replace(/(?<=\p{Lu})s$/u, '').toLowerCase();
}
