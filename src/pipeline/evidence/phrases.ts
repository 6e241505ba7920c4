import { readWords, type Word } from './words.ts';

/** Words that stand for a topic, or look like it and do not. */
export interface Phrase {
  /** As it was written in the vocabulary. */
  text: string;
  stems: string[];
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

/** Phrases by their first stem, so that a text is read once whatever their number. */
export type PhraseIndex<T> = Map<string, { phrase: Phrase; value: T }[]>;

export function toPhrase(text: string): Phrase {
  const words = readWords(text);
  return { text, stems: words.map((word) => word.stem), isAcronym: words.length === 1 && words[0]!.isAcronym };
}

export function indexPhrases<T>(entries: { phrase: Phrase; value: T }[]): PhraseIndex<T> {
  const index: PhraseIndex<T> = new Map();
  for (const entry of entries) {
    const first = entry.phrase.stems[0];
    if (first === undefined) continue;
    const same = index.get(first);
    if (same) same.push(entry);
    else index.set(first, [entry]);
  }
  return index;
}

/** Every place where a phrase of the index stands, in reading order; overlapping ones included. */
export function findPhrases<T>(words: Word[], index: PhraseIndex<T>): Found<T>[] {
  const found: Found<T>[] = [];
  for (let from = 0; from < words.length; from++) {
    for (const { phrase, value } of index.get(words[from]!.stem) ?? []) {
      if (phrase.isAcronym && !words[from]!.isAcronym) continue;
      if (phrase.stems.every((stem, at) => words[from + at]?.stem === stem))
        found.push({ value, phrase, from, to: from + phrase.stems.length });
    }
  }
  return found;
}
