import { indexTerms, type KnownTerm, type KnownTerms, type TermIndex } from './known-terms.ts';
import type { LearnedWeights } from './learned.ts';
import type { Mentions } from './mentions.ts';
import { frequencyWeight } from './terms.ts';

/** Learnt weights made ready: topics by their numbers in the vocabulary. */
export interface Weights {
  base: Float64Array;
  terms: TermIndex;
  /**
   * terms × topics, in hundredths. Most are 0, yet a common term has weights for half of all topics: full rows of two
   * bytes are shorter than lists of those that are not, and are read from one end to the other.
   */
  rows: Int16Array;
}

/** Drop what was learnt for topics that the vocabulary no longer has. */
export function prepareWeights(learned: LearnedWeights, slugs: string[]): Weights {
  const numbers = learned.topics.map((slug) => slugs.indexOf(slug));
  const topics = slugs.length;
  const base = new Float64Array(topics);
  numbers.forEach((number, at) => {
    if (number >= 0) base[number] = learned.base[at]!;
  });
  const terms = Object.keys(learned.terms);
  const rows = new Int16Array(terms.length * topics);
  Object.values(learned.terms).forEach((pairs, term) => {
    for (let i = 0; i < pairs.length; i += 2) {
      const number = numbers[pairs[i]!]!;
      if (number >= 0) rows[term * topics + number] = Math.max(-MOST, Math.min(MOST, pairs[i + 1]!));
    }
  });
  return { base, terms: indexTerms(terms), rows };
}

/** A weight of 327 either way: far more than any that decides. */
const MOST = 32_767;

/** The score of each topic, about 1 where a paper is surely about it and 0 where it is surely not. */
export function scoreTopics(terms: KnownTerms, weights: Weights, hidden: Mentions['hidden']): Float64Array {
  const { base, rows } = weights;
  const scores = Float64Array.from(base);
  const topics = base.length;
  for (const { number, value } of terms.known) {
    const start = number * topics;
    const share = value / 100;
    for (let topic = 0; topic < topics; topic++) scores[topic]! += share * rows[start + topic]!;
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
  const worths = topics.map(() => new Float64Array(words));
  const isHiding = topics.map((topic) => hidden.some((one) => one.topic === topic));
  for (const term of terms.known) {
    for (let at = 0; at < topics.length; at++) {
      const weight = weightOf(term, topics[at]!, weights);
      if (weight === 0) continue;
      const worth = worths[at]!;
      const places = isHiding[at] ? seenPlaces(term, topics[at]!, hidden) : term.places;
      const value = isHiding[at] ? frequencyWeight(places.length) / terms.norm : term.value;
      const each = (value * weight) / (places.length * term.length);
      for (const place of places) for (let word = place; word < place + term.length; word++) worth[word]! += each;
    }
  }
  return worths;
}

function weightOf({ number }: KnownTerm, topic: number, { base, rows }: Weights): number {
  return rows[number * base.length + topic]! / 100;
}

/** Where a term stands, but for the places in a topic's negatives. */
function seenPlaces({ places, length }: KnownTerm, topic: number, hidden: Mentions['hidden']): number[] {
  return places.filter((at) => !hidden.some((one) => one.topic === topic && one.from < at + length && at < one.to));
}
