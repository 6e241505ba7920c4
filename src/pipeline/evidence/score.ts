import type { LearnedWeights } from './learned.ts';
import type { Mentions } from './mentions.ts';
import { frequencyWeight, readTerms, termLength, termNorm } from './terms.ts';
import type { Text } from './text.ts';

/** Learnt weights made ready: topics by their numbers in the vocabulary. */
export interface Weights {
  base: Float64Array;
  /** Number of each term; its weights stand from `start[number]` up to `start[number + 1]`. */
  terms: Map<string, number>;
  start: Int32Array;
  topic: Int32Array;
  weight: Float64Array;
}

/** A term of a text that something was learnt of. */
export interface KnownTerm {
  /** Of its first word, wherever it stands. */
  places: number[];
  /** In words. */
  length: number;
  /** How much of it there is in the text, 1 being all. */
  value: number;
  /** Where its weights stand. */
  from: number;
  to: number;
}

/** A text's known terms, and the length of the vector of all its terms. */
export interface KnownTerms {
  known: KnownTerm[];
  norm: number;
}

/** Drop what was learnt for topics that the vocabulary no longer has. */
export function prepareWeights(learned: LearnedWeights, slugs: string[]): Weights {
  const numbers = learned.topics.map((slug) => slugs.indexOf(slug));
  const base = new Float64Array(slugs.length);
  numbers.forEach((number, at) => {
    if (number >= 0) base[number] = learned.base[at]!;
  });
  const rows = Object.entries(learned.terms);
  const start = new Int32Array(rows.length + 1);
  const topic: number[] = [];
  const weight: number[] = [];
  rows.forEach(([, row], at) => {
    for (let i = 0; i < row.length; i += 2) {
      const number = numbers[row[i]!]!;
      if (number < 0) continue;
      topic.push(number);
      weight.push(row[i + 1]! / 100);
    }
    start[at + 1] = topic.length;
  });
  return {
    base,
    terms: new Map(rows.map(([term], at) => [term, at])),
    start,
    topic: Int32Array.from(topic),
    weight: Float64Array.from(weight),
  };
}

/** Look up a text's terms: not those in a list of uses, nor what the paper is measured against, for these earn nothing. */
export function lookUpTerms(text: Text, weights: Weights): KnownTerms {
  const terms = tellingTerms(text);
  const norm = termNorm(terms);
  const known: KnownTerm[] = [];
  for (const [term, places] of terms) {
    const number = weights.terms.get(term);
    if (number === undefined) continue;
    const value = frequencyWeight(places.length) / norm;
    known.push({ places, length: termLength(term), value, from: weights.start[number]!, to: weights.start[number + 1]! });
  }
  return { known, norm };
}

export function tellingTerms(text: Text) {
  return readTerms(text.words, (at) => text.places[at] !== 'uses' && text.places[at] !== 'peer');
}

/** The score of each topic, about 1 where a paper is surely about it and 0 where it is surely not. */
export function scoreTopics({ known, norm }: KnownTerms, weights: Weights, hidden: Mentions['hidden']): Float64Array {
  const { base, topic, weight } = weights;
  const scores = Float64Array.from(base);
  for (const { value, from, to } of known) for (let i = from; i < to; i++) scores[topic[i]!]! += value * weight[i]!;
  for (const own of new Set(hidden.map((one) => one.topic))) {
    for (const term of known) {
      const lost = term.value - frequencyWeight(seenPlaces(term, own, hidden).length) / norm;
      if (lost !== 0) scores[own]! -= lost * weightOf(term, own, weights);
    }
  }
  return scores;
}

/** What each word of a text adds to a topic's score; a term shares its worth among its places and words. */
export function scoreWords(
  words: number,
  { known, norm }: KnownTerms,
  topic: number,
  weights: Weights,
  hidden: Mentions['hidden'],
): Float64Array {
  const worth = new Float64Array(words);
  const own = hidden.filter((one) => one.topic === topic);
  for (const term of known) {
    const weight = weightOf(term, topic, weights);
    if (weight === 0) continue;
    const places = own.length > 0 ? seenPlaces(term, topic, own) : term.places;
    const each = ((frequencyWeight(places.length) / norm) * weight) / (places.length * term.length);
    for (const place of places) for (let i = 0; i < term.length; i++) worth[place + i]! += each;
  }
  return worth;
}

/** Not by bisection: rows are in the order of the topics when they were learnt, which a vocabulary may have changed since. */
function weightOf({ from, to }: KnownTerm, topic: number, { topic: topics, weight }: Weights): number {
  for (let i = from; i < to; i++) if (topics[i] === topic) return weight[i]!;
  return 0;
}

function seenPlaces({ places, length }: KnownTerm, topic: number, hidden: Mentions['hidden']): number[] {
  return places.filter((at) => !hidden.some((one) => one.topic === topic && one.from < at + length && at < one.to));
}
