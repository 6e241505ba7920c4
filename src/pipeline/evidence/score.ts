import type { LearnedWeights } from './learned.ts';
import type { Mentions } from './mentions.ts';
import { frequencyWeight, readTerms, termLength, termNorm, type Terms } from './terms.ts';
import type { Text } from './text.ts';

/** Learnt weights made ready: topics by their numbers in the vocabulary. */
export interface Weights {
  base: Float64Array;
  /** By term: pairs of topic and weight. */
  terms: Map<string, Float64Array>;
}

/** Drop what was learnt for topics that the vocabulary no longer has. */
export function prepareWeights(learned: LearnedWeights, slugs: string[]): Weights {
  const numbers = learned.topics.map((slug) => slugs.indexOf(slug));
  const base = new Float64Array(slugs.length);
  numbers.forEach((number, at) => {
    if (number >= 0) base[number] = learned.base[at]!;
  });
  const terms = new Map<string, Float64Array>();
  for (const [term, row] of Object.entries(learned.terms)) {
    const pairs: number[] = [];
    for (let i = 0; i < row.length; i += 2) if (numbers[row[i]!]! >= 0) pairs.push(numbers[row[i]!]!, row[i + 1]! / 100);
    terms.set(term, Float64Array.from(pairs));
  }
  return { base, terms };
}

/** The score of each topic, about 1 where a paper is surely about it and 0 where it is surely not. */
export function scoreTopics(terms: Terms, weights: Weights, hidden: Mentions['hidden']): Float64Array {
  const scores = Float64Array.from(weights.base);
  const norm = termNorm(terms);
  for (const [term, places] of terms) {
    const row = weights.terms.get(term);
    if (!row) continue;
    const value = frequencyWeight(places.length) / norm;
    for (let i = 0; i < row.length; i += 2) scores[row[i]!]! += value * row[i + 1]!;
  }
  for (const topic of new Set(hidden.map((one) => one.topic))) scores[topic] = scoreAround(topic, terms, norm, weights, hidden);
  return scores;
}

/** The score of one topic without the terms that stand in its negatives. */
function scoreAround(topic: number, terms: Terms, norm: number, weights: Weights, hidden: Mentions['hidden']): number {
  let score = weights.base[topic]!;
  for (const [term, places] of terms) {
    const weight = weightOf(term, topic, weights);
    if (weight !== 0) score += (frequencyWeight(seen(term, places, topic, hidden).length) / norm) * weight;
  }
  return score;
}

/** What each word of a text adds to a topic's score; a term shares its worth among its places and words. */
export function scoreWords(text: Text, terms: Terms, topic: number, weights: Weights, hidden: Mentions['hidden']): Float64Array {
  const worth = new Float64Array(text.words.length);
  const norm = termNorm(terms);
  for (const [term, all] of terms) {
    const weight = weightOf(term, topic, weights);
    if (weight === 0) continue;
    const places = seen(term, all, topic, hidden);
    const length = termLength(term);
    const each = ((frequencyWeight(places.length) / norm) * weight) / (places.length * length);
    for (const place of places) for (let i = 0; i < length; i++) worth[place + i]! += each;
  }
  return worth;
}

/** The terms that may earn a topic: not those in a list of uses, nor what the paper is measured against. */
export function tellingTerms(text: Text): Terms {
  return readTerms(text.words, (at) => text.places[at] !== 'uses' && text.places[at] !== 'peer');
}

function weightOf(term: string, topic: number, { terms }: Weights): number {
  const row = terms.get(term);
  if (row) for (let i = 0; i < row.length; i += 2) if (row[i] === topic) return row[i + 1]!;
  return 0;
}

function seen(term: string, places: number[], topic: number, hidden: Mentions['hidden']): number[] {
  const length = termLength(term);
  return places.filter((at) => !hidden.some((one) => one.topic === topic && one.from < at + length && at < one.to));
}
