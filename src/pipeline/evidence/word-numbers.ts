import { isNumber, NUMBER } from './terms.ts';
import type { Text } from './text.ts';

/** Numbers of all stems that a vocabulary and what was learnt for it speak of, from 0: a text's words are looked up once. */
export class WordNumbers {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a stem; a new one gets the next. */
  add(stem: string): number {
    const number = this.#numbers.get(stem) ?? this.#numbers.size;
    this.#numbers.set(stem, number);
    return number;
  }

  find(stem: string): number | undefined {
    return this.#numbers.get(stem);
  }
}

/** A text with the numbers of its words. A word that nobody speaks of has a number above all others, the same wherever it stands. */
export interface NumberedText extends Text {
  /** Of each word's stem. */
  stems: Int32Array;
  /** Of each word as part of a term (termStem). */
  terms: Int32Array;
}

export function numberWords(text: Text, numbers: WordNumbers): NumberedText {
  const stems = new Int32Array(text.words.length);
  const terms = new Int32Array(text.words.length);
  const others = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const number = numbers.find(stem) ?? others.get(stem) ?? numbers.size + others.size;
    if (number >= numbers.size) others.set(stem, number);
    return number;
  };
  text.words.forEach(({ stem }, at) => {
    stems[at] = numberOf(stem);
    terms[at] = isNumber(stem) ? numberOf(NUMBER) : stems[at]!;
  });
  return { ...text, stems, terms };
}
