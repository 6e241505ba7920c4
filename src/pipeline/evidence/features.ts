import type { Mention } from './mentions.ts';
import { mayEarn, PLACES } from './text.ts';

/** All that is known of one topic in one paper. */
export interface Signals {
  /** Score by terms (score.ts), and its rank among the paper's topics, from 0. */
  score: number;
  rank: number;
  /** Highest score in this paper, and sum of the positive ones. */
  best: number;
  total: number;
  /** Highest score of a topic that is narrower; score of the broader one. -1 where there is none. */
  narrower: number;
  broader: number;
  /** Share of papers that bear it. */
  share: number;
  mentions: Mention[];
  /** Its phrases that stand in the paper, each once. */
  phrases: Map<string, PhrasePlaces>;
}

/** Features by kind and place of mentions: `name in title` says that there is one, `more name in title` how many more, up to 3. */
const KINDS = ['name', 'definition'] as const;
const STEPS = [0.1, 0.2, 0.3, 0.4, 0.6];
const RANKS = [1, 2, 3, 5, 8];
const RELATED = [-0.5, 0, 0.2, 0.4];

/** Names of the features that `toFeatures` gives, in its order. */
export const FEATURES: string[] = [
  'score',
  ...STEPS.map((step) => `score above ${step}`),
  ...RANKS.map((rank) => `rank up to ${rank}`),
  'best score',
  'total score',
  'log share',
  'score × log share',
  ...RELATED.map((step) => `narrower above ${step}`),
  ...RELATED.map((step) => `broader above ${step}`),
  ...KINDS.flatMap((kind) => [...PLACES, 'longer words'].flatMap((place) => [`${kind} in ${place}`, `more ${kind} in ${place}`])),
  'score with name',
  'score with name in title',
  'score without name',
  'names',
  'name in title and elsewhere',
  'several names',
  'hints',
  'hints in title',
  'hints in contribution',
  'score with hint',
];

/**
 * Turn signals into numbers that a logistic regression weighs: steps where an effect bends, counts that level off.
 *
 * @param features  Where to put them, if there is such an array already: what it holds is overwritten.
 */
export function toFeatures(signals: Signals, features = new Float64Array(FEATURES.length)): Float64Array {
  const { score, rank, mentions } = signals;
  features.fill(0);
  let at = 0;
  const add = (value: number): void => {
    features[at++] = value;
  };
  add(score);
  for (const step of STEPS) add(Math.max(0, score - step));
  for (const limit of RANKS) add(Math.min(rank, limit));
  add(signals.best);
  add(signals.total);
  const logShare = Math.log(signals.share + 0.001);
  add(logShare);
  add(score * logShare);
  for (const step of RELATED) add(Math.max(0, signals.narrower - step));
  for (const step of RELATED) add(Math.max(0, signals.broader - step));
  const start = at;
  const stride = 2 * (PLACES.length + 1);
  for (const mention of mentions) {
    if (mention.kind === 'hint') continue;
    const row = start + (mention.kind === 'name' ? 0 : stride);
    features[row + 2 * PLACES.indexOf(mention.place)]!++;
    if (mention.isInside) features[row + 2 * PLACES.length]!++;
  }
  let names = 0;
  for (; at < start + 2 * stride; at += 2) {
    const count = features[at]!;
    if (at < start + 8) names += count;
    features[at] = Math.min(count, 1);
    features[at + 1] = Math.min(Math.max(count - 1, 0), 3);
  }
  add(names > 0 ? score : 0);
  add(features[start]! > 0 ? score : 0);
  add(names > 0 ? 0 : score);
  add(Math.min(names, 5) / 5);
  const inTitle = features[start]!;
  add(inTitle > 0 && names > inTitle + features[start + 1]! ? 1 : 0);
  const first = mentions.find(({ kind }) => kind === 'name');
  add(mentions.some(({ kind, phrase }) => kind === 'name' && phrase !== first!.phrase) ? 1 : 0);
  let [hints, hintsInTitle, hintsInContribution] = [0, 0, 0];
  for (const [phrase, places] of signals.phrases) {
    if (!phrase.startsWith('hint ')) continue;
    hints++;
    hintsInTitle += Number(places[1]);
    hintsInContribution += Number(places[2]);
  }
  add(Math.min(hints, 6));
  add(Math.min(hintsInTitle, 3));
  add(Math.min(hintsInContribution, 4));
  add(hints > 0 ? score : 0);
  return features;
}

/** What a phrase of a topic is worth where it stands: anywhere, and more in the title or where the paper says what it does. */
export type PhraseWorth = [anywhere: number, title: number, contribution: number];

/** In which of the places of PhraseWorth a phrase stands. */
export type PhrasePlaces = [true, boolean, boolean];

/** A topic's phrases that stand in a paper, each once. Uses and peers earn nothing. */
export function readPhrases(mentions: Mention[]): Map<string, PhrasePlaces> {
  const phrases = new Map<string, PhrasePlaces>();
  for (const { kind, key, place } of mentions) {
    if (kind === 'definition' || !mayEarn(place)) continue;
    let seen = phrases.get(key);
    if (!seen) {
      seen = [true, false, false];
      phrases.set(key, seen);
    }
    if (place === 'title') seen[1] = true;
    else if (place === 'contribution') seen[2] = true;
  }
  return phrases;
}
