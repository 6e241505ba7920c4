import { FEATURES, type PhraseWorth, readPhrases, type Signals, toFeatures } from './features.ts';
import type { Combination } from './learned.ts';
import type { Mention } from './mentions.ts';

/** The learnt combination made ready: weights in the order of FEATURES, topics by number. */
export interface Judge {
  tag: Float64Array;
  core: Float64Array;
  /** By topic; undefined for a topic that nothing was learnt of. */
  topics: ({ tag: number; core: number; share: number; phrases: Map<string, PhraseWorth> } | undefined)[];
  threshold: { tag: number; core: number };
}

export function prepareJudge({ features, topics, share, phrases, threshold }: Combination, slugs: string[]): Judge {
  return {
    tag: Float64Array.from(FEATURES, (name) => features[name]?.tag ?? 0),
    core: Float64Array.from(FEATURES, (name) => features[name]?.core ?? 0),
    topics: slugs.map((slug) => {
      const learned = topics[slug];
      return learned && { ...learned, share: share[slug] ?? 0, phrases: new Map(Object.entries(phrases[slug] ?? {})) };
    }),
    threshold,
  };
}

/** Log-odds above the threshold that a paper bears a topic; and that it is core if it does. */
export interface Verdict {
  topic: number;
  tag: number;
  core: number;
}

/** Topics with a score below this and without a name or hints in the text are not looked at: 1 in 80 of those that a librarian gave. */
const MIN_SCORE = 0.05;

/**
 * Weigh each topic that has anything to show.
 *
 * @param broader  By topic: number of its broader one, -1 for none.
 */
export function judge(scores: Float64Array, mentions: Mention[], broader: number[], judge: Judge): Verdict[] {
  const verdicts: Verdict[] = [];
  const features = new Float64Array(FEATURES.length);
  for (const [topic, signals] of gatherSignals(scores, mentions, broader, (topic) => judge.topics[topic]?.share)) {
    const learned = judge.topics[topic]!;
    toFeatures(signals, features);
    verdicts.push({
      topic,
      tag: dot(features, judge.tag) + learned.tag + worthOf(signals, learned.phrases) - judge.threshold.tag,
      core: dot(features, judge.core) + learned.core - judge.threshold.core,
    });
  }
  return verdicts;
}

/** What a topic's phrases add where they stand. */
function worthOf({ phrases }: Signals, worths: Map<string, PhraseWorth>): number {
  let sum = 0;
  for (const [phrase, [, inTitle, inContribution]] of phrases) {
    const worth = worths.get(phrase);
    if (!worth) continue;
    sum += worth[0];
    if (inTitle) sum += worth[1];
    if (inContribution) sum += worth[2];
  }
  return sum;
}

/** What is known of each topic that a paper may bear. */
export function gatherSignals(
  scores: Float64Array,
  mentions: Mention[],
  broader: number[],
  shareOf: (topic: number) => number | undefined,
): [number, Signals][] {
  const byTopic = Map.groupBy(mentions, (mention) => mention.topic);
  let [best, total] = [-1, 0];
  for (let topic = 0; topic < scores.length; topic++) {
    best = Math.max(best, scores[topic]!);
    total += Math.min(1, Math.max(0, scores[topic]!));
  }
  const narrower = new Float64Array(scores.length).fill(-1);
  broader.forEach((parent, topic) => {
    if (parent >= 0) narrower[parent] = Math.max(narrower[parent]!, scores[topic]!);
  });
  const all: [number, Signals][] = [];
  for (let topic = 0; topic < scores.length; topic++) {
    const share = shareOf(topic);
    const own = byTopic.get(topic) ?? [];
    const score = scores[topic]!;
    if (share === undefined || (score <= MIN_SCORE && !isSuggested(own))) continue;
    const parent = broader[topic]!;
    all.push([
      topic,
      {
        score,
        rank: rank(topic, scores),
        best,
        total,
        narrower: narrower[topic]!,
        broader: parent >= 0 ? scores[parent]! : -1,
        share,
        mentions: own,
        phrases: readPhrases(own),
      },
    ]);
  }
  return all;
}

/** A name, or a hint in the title and another. */
function isSuggested(mentions: Mention[]): boolean {
  const hint = mentions.find(({ kind, place }) => kind === 'hint' && place === 'title');
  return mentions.some(({ kind, phrase }) => kind === 'name' || (hint && kind === 'hint' && phrase !== hint.phrase));
}

/** How many topics score higher, or as high and stand before. */
function rank(topic: number, scores: Float64Array): number {
  const own = scores[topic]!;
  let higher = 0;
  for (let other = 0; other < scores.length; other++)
    if (scores[other]! > own || (scores[other] === own && other < topic)) higher++;
  return higher;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
