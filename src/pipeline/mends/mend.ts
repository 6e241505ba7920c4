/** One repair of a text. It sees text without TeX math and addresses: MASK stands for each of them. */
export interface Mend {
  id: string;
  /** The text, repaired where the damage is certain; else as it was. Repairing twice changes nothing more. */
  mend(text: string): string;
}

/** Stands for a piece of TeX or an address while mends run. It is no letter, digit, space or punctuation. */
export const MASK = '\ufffc';
