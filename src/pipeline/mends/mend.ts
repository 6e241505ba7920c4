/** One repair of a text. */
export interface Mend {
  id: string;
  /** The text, repaired where the damage is certain; else as it was. Repairing twice changes nothing more. */
  mend(text: string): string;
}

// Characters that Unicode keeps out of all text (noncharacters), so that no paper can hold them.

/** Stands for a piece of TeX math or an address while mends run: neither is a mend's business. */
export const MASK = '\ufdd0';
/** Around what is emphasised, until `normalise` turns them into spans. */
export const EMPHASIS_START = '\ufdd1';
export const EMPHASIS_END = '\ufdd2';
/**
 * Longer texts are no abstracts, and are not emphasised: reading many thousand emphases back takes micromark minutes
 * (4.0.2: quadratic time).
 */
export const LONGEST_EMPHASISED = 100_000;
/** All of them, for character classes of what may stand beside punctuation. */
export const MARKS = MASK + EMPHASIS_START + EMPHASIS_END;
