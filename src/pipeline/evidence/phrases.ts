import { indexStarts, startingAt, type StartIndex } from './starts.ts';
import type { NumberedText, WordNumbers } from './word-numbers.ts';
import { readWords } from './words.ts';

/** Words that stand for a topic, or look like it and do not. */
export interface Phrase {
  /** As it was written in the vocabulary. */
  text: string;
  stems: string[];
  /** The stems in one. */
  key: string;
  /** An acronym of one word counts only where the text writes it as one: `GAN`, not `gan`. */
  isAcronym: boolean;
}

/** A phrase found in a text: words `from` to `to`, end excluded. */
export interface Found<T> {
  value: T;
  phrase: Phrase;
  from: number;
  to: number;
}

/** Phrases ready to be found, with what they stand for and the numbers of their stems from the third on. */
export type PhraseIndex<T> = StartIndex<{ phrase: Phrase; value: T; rest: number[] }>;

export function toPhrase(text: string): Phrase {
  const words = readWords(text);
  const stems = words.map((word) => word.stem);
  return { text, stems, key: stems.join(' '), isAcronym: words.length === 1 && words[0]!.isAcronym };
}

/** @param numbers  Those of the phrases' stems are added. */
export function indexPhrases<T>(phrases: { phrase: Phrase; value: T }[], numbers: WordNumbers): PhraseIndex<T> {
  return indexStarts(
    phrases.flatMap(({ phrase, value }) => {
      const [first, second, ...rest] = phrase.stems.map((stem) => numbers.add(stem));
      return first === undefined ? [] : [{ first, second, item: { phrase, value, rest } }];
    }),
  );
}

/** Every place where a phrase of the index stands, in reading order, then in that of the phrases; overlapping ones included. */
export function findPhrases<T>({ words, stems }: NumberedText, index: PhraseIndex<T>): Found<T>[] {
  const found: Found<T>[] = [];
  for (let from = 0; from < stems.length; from++) {
    for (const { phrase, value, rest } of startingAt(stems, from, index)) {
      if (phrase.isAcronym && !words[from]!.isAcronym) continue;
      if (standsAt(rest, stems, from + 2)) found.push({ value, phrase, from, to: from + phrase.stems.length });
    }
  }
  return found;
}

function standsAt(rest: number[], stems: Int32Array, from: number): boolean {
  for (let at = 0; at < rest.length; at++) if (stems[from + at] !== rest[at]) return false;
  return true;
}
