import type { PhraseWorth } from './features.ts';

/** What `npm run topics:learn` found out, as content/learned/ keeps it. */
export interface Learned {
  weights: LearnedWeights;
  combination: Combination;
}

/** content/learned/weights.json: how much each term speaks for each topic. */
export interface LearnedWeights {
  version: 1;
  /** Slugs, in the order of the numbers in `terms`. */
  topics: string[];
  /** Of each topic: its score where no term speaks. */
  base: number[];
  /** By term: number of a topic, weight in hundredths, and so on in pairs. */
  terms: Record<string, number[]>;
}

/** content/learned/combination.json: how score, mentions and the other topics of a paper are weighed together. */
export interface Combination {
  version: 1;
  /** Share of papers that bear the topic, by slug. */
  share: Record<string, number>;
  /** Log-odds that a paper bears a topic, by feature (features.ts); and that it is core, given that it bears it. */
  features: Record<string, { tag: number; core: number }>;
  /** What is added for each topic, by slug. */
  topics: Record<string, { tag: number; core: number }>;
  /** What is added for the phrases that stand there, by slug, then by kind and phrase: `name graph kernel`, `hint release * dataset`. */
  phrases: Record<string, Record<string, PhraseWorth>>;
  /** Log-odds from which on a topic is given, and from which on it is core. */
  threshold: { tag: number; core: number };
}

/** What a phrase is called there. */
export function phraseKey(kind: string, phrase: string): string {
  return `${kind} ${phrase}`;
}
