import { indexTerms, type KnownTerm, type KnownTerms, type TermIndex } from './known-terms.ts';
import type { LearnedWeights } from './learned.ts';
import type { Mentions } from './mentions.ts';
import { frequencyWeight } from './terms.ts';

/** Learnt weights made ready: topics by their numbers in the vocabulary. */
export interface Weights {
  base: Float64Array;
  terms: TermIndex;
  /** The weights of term n stand from `start[n]` up to `start[n + 1]`. */
  start: Int32Array;
  topic: Uint16Array;
  /** In hundredths. */
  weight: Float32Array;
}

/** Drop what was learnt for topics that the vocabulary no longer has. */
export function prepareWeights(learned: LearnedWeights, slugs: string[]): Weights {
  const numbers = learned.topics.map((slug) => slugs.indexOf(slug));
  const base = new Float64Array(slugs.length);
  numbers.forEach((number, at) => {
    if (number >= 0) base[number] = learned.base[at]!;
  });
  const rows = Object.values(learned.terms);
  const start = new Int32Array(rows.length + 1);
  const topic: number[] = [];
  const weight: number[] = [];
  rows.forEach((row, at) => {
    for (let i = 0; i < row.length; i += 2) {
      const number = numbers[row[i]!]!;
      if (number < 0) continue;
      topic.push(number);
      weight.push(row[i + 1]!);
    }
    start[at + 1] = topic.length;
  });
  return {
    base,
    terms: indexTerms(Object.keys(learned.terms)),
    start,
    topic: Uint16Array.from(topic),
    weight: Float32Array.from(weight),
  };
}

/** The score of each topic, about 1 where a paper is surely about it and 0 where it is surely not. */
export function scoreTopics(terms: KnownTerms, weights: Weights, hidden: Mentions['hidden']): Float64Array {
  const { base, start, topic, weight } = weights;
  const scores = Float64Array.from(base);
  for (const { number, value } of terms.known) {
    const end = start[number + 1]!;
    const share = value / 100;
    for (let i = start[number]!; i < end; i++) scores[topic[i]!]! += share * weight[i]!;
  }
  for (const own of new Set(hidden.map((one) => one.topic))) {
    for (const term of terms.known) {
      const lost = term.value - frequencyWeight(seenPlaces(term, own, hidden).length) / terms.norm;
      if (lost !== 0) scores[own]! -= lost * weightOf(term, own, weights);
    }
  }
  return scores;
}

/**
 * What each word of a text adds to the scores of some topics; a term shares its worth among its places and words.
 *
 * @param words  How many the text has.
 * @returns By topic, in the order given: by word.
 */
export function scoreWords(
  words: number,
  terms: KnownTerms,
  topics: number[],
  weights: Weights,
  hidden: Mentions['hidden'],
): Float64Array[] {
  const { base, start, topic, weight } = weights;
  const worths = topics.map(() => new Float64Array(words));
  const placeOf = new Int16Array(base.length).fill(-1);
  topics.forEach((one, at) => (placeOf[one] = at));
  const isHiding = new Set(hidden.map((one) => one.topic));
  for (const term of terms.known) {
    const end = start[term.number + 1]!;
    for (let i = start[term.number]!; i < end; i++) {
      const at = placeOf[topic[i]!]!;
      if (at < 0) continue;
      const worth = worths[at]!;
      const places = isHiding.has(topic[i]!) ? seenPlaces(term, topic[i]!, hidden) : term.places;
      const each = ((frequencyWeight(places.length) / terms.norm) * (weight[i]! / 100)) / (places.length * term.length);
      for (const place of places) for (let word = place; word < place + term.length; word++) worth[word]! += each;
    }
  }
  return worths;
}

/** Not by bisection: rows are in the order of the topics when they were learnt, which a vocabulary may have changed since. */
function weightOf({ number }: KnownTerm, own: number, { start, topic, weight }: Weights): number {
  for (let i = start[number]!; i < start[number + 1]!; i++) if (topic[i] === own) return weight[i]! / 100;
  return 0;
}

/** Where a term stands, but for the places in a topic's negatives. */
function seenPlaces({ places, length }: KnownTerm, topic: number, hidden: Mentions['hidden']): number[] {
  return places.filter((at) => !hidden.some((one) => one.topic === topic && one.from < at + length && at < one.to));
}
