import { indexTerms, type KnownTerm, type KnownTerms, type TermIndex } from './known-terms.ts';
import type { LearnedWeights } from './learned.ts';
import type { Mentions } from './mentions.ts';
import { frequencyWeight } from './terms.ts';
import type { WordNumbers } from './word-numbers.ts';

/**
 * Learnt weights made ready: topics by their numbers in the vocabulary. A term speaks for or against a third of the topics
 * or fewer, so only those weights are kept that are not 0, those of each term together.
 */
export interface Weights {
  base: Float64Array;
  terms: TermIndex;
  /** By term, where its weights begin in the lists below; behind the last term, where they end. */
  starts: Int32Array;
  topics: Uint16Array;
  hundredths: Int16Array;
}

/**
 * Drop what was learnt for topics that the vocabulary no longer has.
 *
 * @param words  Those of its terms are added.
 */
export function prepareWeights(learned: LearnedWeights, slugs: string[], words: WordNumbers): Weights {
  const numbers = learned.topics.map((slug) => slugs.indexOf(slug));
  const base = new Float64Array(slugs.length);
  numbers.forEach((number, at) => {
    if (number >= 0) base[number] = learned.base[at]!;
  });
  const starts = [0];
  const topics: number[] = [];
  const hundredths: number[] = [];
  for (const pairs of Object.values(learned.terms)) {
    for (let i = 0; i < pairs.length; i += 2) {
      const number = numbers[pairs[i]!]!;
      if (number < 0) continue;
      topics.push(number);
      hundredths.push(Math.max(-MOST, Math.min(MOST, pairs[i + 1]!)));
    }
    starts.push(topics.length);
  }
  return {
    base,
    terms: indexTerms(Object.keys(learned.terms), words),
    starts: Int32Array.from(starts),
    topics: Uint16Array.from(topics),
    hundredths: Int16Array.from(hundredths),
  };
}

/** A weight of 327 either way: far more than any that decides. */
const MOST = 32_767;

/** The score of each topic, about 1 where a paper is surely about it and 0 where it is surely not. */
export function scoreTopics(terms: KnownTerms, weights: Weights, hidden: Mentions['hidden']): Float64Array {
  const { base, starts, topics, hundredths } = weights;
  const scores = Float64Array.from(base);
  for (const { number, value } of terms.known) {
    const share = value / 100;
    const end = starts[number + 1]!;
    for (let at = starts[number]!; at < end; at++) scores[topics[at]!]! += share * hundredths[at]!;
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
  const columns = new Int16Array(weights.base.length).fill(-1);
  topics.forEach((topic, at) => (columns[topic] = at));
  const { starts, topics: rows, hundredths } = weights;
  for (const term of terms.known) {
    const { number, length } = term;
    const end = starts[number + 1]!;
    for (let entry = starts[number]!; entry < end; entry++) {
      const at = columns[rows[entry]!]!;
      if (at < 0) continue;
      const worth = worths[at]!;
      const places = isHiding[at] ? seenPlaces(term, topics[at]!, hidden) : term.places;
      const value = isHiding[at] ? frequencyWeight(places.length) / terms.norm : term.value;
      const each = (value * (hundredths[entry]! / 100)) / (places.length * length);
      for (const place of places) {
        worth[place]! += each;
        if (length === 2) worth[place + 1]! += each;
      }
    }
  }
  return worths;
}

function weightOf({ number }: KnownTerm, topic: number, { starts, topics, hundredths }: Weights): number {
  for (let at = starts[number]!; at < starts[number + 1]!; at++) if (topics[at] === topic) return hundredths[at]! / 100;
  return 0;
}

/** Where a term stands, but for the places in a topic's negatives. */
function seenPlaces({ places, length }: KnownTerm, topic: number, hidden: Mentions['hidden']): number[] {
  return places.filter((at) => !hidden.some((one) => one.topic === topic && one.from < at + length && at < one.to));
}
