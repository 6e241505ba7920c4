import { readWords, type Word } from './words.ts';

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

interface Entry<T> {
  phrase: Phrase;
  value: T;
  /** Its place among all phrases. */
  order: number;
}

/** Phrases by their first stem, and longer ones by their second: a text is read once whatever their number. */
export type PhraseIndex<T> = Map<string, { alone: Entry<T>[]; longer: Map<string, Entry<T>[]> }>;

export function toPhrase(text: string): Phrase {
  const words = readWords(text);
  const stems = words.map((word) => word.stem);
  return { text, stems, key: stems.join(' '), isAcronym: words.length === 1 && words[0]!.isAcronym };
}

export function indexPhrases<T>(phrases: { phrase: Phrase; value: T }[]): PhraseIndex<T> {
  const index: PhraseIndex<T> = new Map();
  phrases.forEach(({ phrase, value }, order) => {
    const [first, second] = phrase.stems;
    if (first === undefined) return;
    const group = index.get(first) ?? { alone: [], longer: new Map<string, Entry<T>[]>() };
    index.set(first, group);
    if (second === undefined) group.alone.push({ phrase, value, order });
    else group.longer.set(second, [...(group.longer.get(second) ?? []), { phrase, value, order }]);
  });
  return index;
}

/** Every place where a phrase of the index stands, in reading order, then in that of the phrases; overlapping ones included. */
export function findPhrases<T>(words: Word[], index: PhraseIndex<T>): Found<T>[] {
  const found: Found<T>[] = [];
  for (let from = 0; from < words.length; from++) {
    const group = index.get(words[from]!.stem);
    if (!group) continue;
    const next = words[from + 1];
    const longer = (next && group.longer.get(next.stem)) ?? [];
    const entries = group.alone.length === 0 || longer.length === 0 ? [...group.alone, ...longer] : inOrder(group.alone, longer);
    for (const { phrase, value } of entries) {
      if (phrase.isAcronym && !words[from]!.isAcronym) continue;
      if (standsAt(phrase.stems, words, from)) found.push({ value, phrase, from, to: from + phrase.stems.length });
    }
  }
  return found;
}

function inOrder<T>(a: Entry<T>[], b: Entry<T>[]): Entry<T>[] {
  return [...a, ...b].sort((one, other) => one.order - other.order);
}

/** Whether the third word and those after it stand there too: by the first two the phrase was found. */
function standsAt(stems: string[], words: Word[], from: number): boolean {
  for (let at = 2; at < stems.length; at++) if (words[from + at]?.stem !== stems[at]) return false;
  return true;
}
