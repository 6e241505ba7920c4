import type { Mention } from './mentions.ts';
import type { Place } from './text.ts';
import type { Verdict } from './judge.ts';

/** What a mention is worth as evidence: names before definitions and hints, for a reader would sooner mark them. */
const EVIDENCE_POINTS: Record<Place, number> = { title: 4, contribution: 2, opening: 1, body: 1, uses: 0, peer: 0 };
const EVIDENCE_WORTH = { name: 1, definition: 0.5, hint: 0.25 };

// Chosen by F1 on labelled papers: few figures, and round ones.
const POINTS: Record<Place, number> = { title: 4, contribution: 1.5, opening: 1, body: 1, uses: 0, peer: 0 };
/** A name of several words is seldom there by chance. */
const LONG_NAME_WORTH = 1.5;
const HINT_POINTS: Record<Place, number> = { title: 1, contribution: 0.4, opening: 0.4, body: 0.4, uses: 0, peer: 0 };
/** All hints of a topic together: never enough by themselves. */
const MAX_HINT_POINTS = 1;
const MIN_POINTS = 2;
const MIN_CORE_POINTS = 4;

/** What a mention is worth as evidence. */
export function points({ kind, place, isInside }: Mention): number {
  return isInside ? 0 : EVIDENCE_POINTS[place] * EVIDENCE_WORTH[kind];
}

/** Weigh topics without any training: by where their names and hints stand. The same words again count for less each time. */
export function judgeByPoints(mentions: Mention[]): Verdict[] {
  return [...Map.groupBy(mentions, (mention) => mention.topic)].map(([topic, found]) => {
    const seen = new Map<string, number>();
    let sum = 0;
    let hints = 0;
    for (const mention of [...found].sort((a, b) => worth(b) - worth(a))) {
      const times = seen.get(mention.phrase) ?? 0;
      seen.set(mention.phrase, times + 1);
      if (mention.kind === 'hint') hints += times === 0 ? worth(mention) : 0;
      else sum += worth(mention) / (1 + times) ** 2;
    }
    sum += Math.min(hints, MAX_HINT_POINTS);
    return { topic, tag: sum - MIN_POINTS, core: sum - MIN_CORE_POINTS };
  });
}

function worth({ kind, place, phrase, isInside }: Mention): number {
  if (isInside) return 0;
  if (kind === 'hint') return HINT_POINTS[place];
  return POINTS[place] * (kind === 'name' && phrase.includes(' ') ? LONG_NAME_WORTH : 1);
}
