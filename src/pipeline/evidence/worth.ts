import type { KnownTerms } from './known-terms.ts';
import type { Mentions } from './mentions.ts';
import { points } from './points.ts';
import { scoreWords, type Weights } from './score.ts';

/** What a point of a mention is worth beside scores by terms; a name in the title is 4 points. */
const POINT = 0.05;

/**
 * What each word of a paper earned some topics: by the terms it is part of, and by the mentions.
 *
 * @param words  How many the paper has.
 * @param terms  Undefined where nothing was learnt, and so are `weights`.
 * @returns By topic, in the order given: by word.
 */
export function earnedByWords(
  topics: number[],
  words: number,
  found: Mentions,
  terms?: KnownTerms,
  weights?: Weights,
): Float64Array[] {
  const worths =
    terms && weights ? scoreWords(words, terms, topics, weights, found.hidden) : topics.map(() => new Float64Array(words));
  const add = (topic: number, { from, to }: { from: number; to: number }, worth: number): void => {
    const own = worths[topics.indexOf(topic)];
    if (own) for (let at = from; at < to; at++) own[at]! += worth;
  };
  for (const mention of found.mentions) add(mention.topic, mention, points(mention) * POINT);
  for (const own of found.weights) if (own.weight > 0) add(own.topic, own, own.weight * POINT);
  return worths;
}
