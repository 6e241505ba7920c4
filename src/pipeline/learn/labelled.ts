import type { Titled } from './corpus.ts';

/** A paper with the topics that it was given. */
export interface Labelled extends Titled {
  /** By topic: 1 core, 0.7 minor, 0 none. */
  strengths: Float64Array;
  /** Drawn as papers come, not for a topic's sake: thresholds are chosen on these. */
  isRandom: boolean;
}

/** What a minor topic counts as a target beside a core one: between 0.5 and 1, 0.7 gave the best leave-one-out F1. */
export const MINOR = 0.7;
