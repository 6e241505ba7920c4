import type { Mention } from './mentions.ts';
import type { Place } from './text.ts';
import type { Verdict } from './judge.ts';

const POINTS: Record<Place, number> = { title: 4, contribution: 2, opening: 1, body: 1, uses: 0, peer: 0 };
const DEFINITION_WORTH = 0.5;
const MIN_POINTS = 2;
const MIN_CORE_POINTS = 4;

/** What a mention is worth where nothing was learnt. */
export function points({ kind, place, isInside }: Mention): number {
  return isInside ? 0 : POINTS[place] * (kind === 'name' ? 1 : DEFINITION_WORTH);
}

/** Weigh topics without any training: by where their names stand. The same words again count for less each time. */
export function judgeByPoints(mentions: Mention[]): Verdict[] {
  return [...Map.groupBy(mentions, (mention) => mention.topic)].map(([topic, found]) => {
    const seen = new Map<string, number>();
    let sum = 0;
    for (const mention of [...found].sort((a, b) => points(b) - points(a))) {
      const times = seen.get(mention.phrase) ?? 0;
      seen.set(mention.phrase, times + 1);
      sum += points(mention) / (1 + times) ** 2;
    }
    return { topic, tag: sum - MIN_POINTS, core: sum - MIN_CORE_POINTS };
  });
}
