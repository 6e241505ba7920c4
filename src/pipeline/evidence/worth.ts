import type { Mentions } from './mentions.ts';
import { points } from './points.ts';
import { type KnownTerms, scoreWords, type Weights } from './score.ts';
import type { Text } from './text.ts';

/** What a point of a mention is worth beside scores by terms; a name in the title is 4 points. */
const POINT = 0.05;

/** What each word of a paper earned a topic: by the terms it is part of, and by the mentions. */
export function earnedByWords(topic: number, text: Text, terms: KnownTerms, found: Mentions, weights?: Weights): Float64Array {
  const size = text.words.length;
  const worth = weights ? scoreWords(size, terms, topic, weights, found.hidden) : new Float64Array(size);
  for (const mention of found.mentions) {
    if (mention.topic !== topic) continue;
    for (let at = mention.from; at < mention.to; at++) worth[at]! += points(mention) * POINT;
  }
  for (const own of found.weights) {
    if (own.topic !== topic || own.weight <= 0) continue;
    for (let at = own.from; at < own.to; at++) worth[at]! += own.weight * POINT;
  }
  return worth;
}
