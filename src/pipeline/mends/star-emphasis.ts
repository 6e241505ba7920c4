import { EMPHASIS_END, EMPHASIS_START, LONGEST_EMPHASISED } from './mend.ts';
import type { Mend } from './mend.ts';

/**
 * `the *Tensor Programs* technique` → `Tensor Programs`, emphasised. Only where both stars cling to words within one
 * sentence; two stars, and the single stars of footnotes and of linguists' wrong sentences, stay.
 */
export const starEmphasis: Mend = {
  id: 'star-emphasis',
  mend: (text) =>
    text.includes('*') && text.length <= LONGEST_EMPHASISED ? text.replace(STARRED, `${EMPHASIS_START}$1${EMPHASIS_END}`) : text,
};

const STARRED = /(?<![^\s(["“‘—–/-])\*(?=[\p{L}\p{N}“"])([^*\n]{1,120}(?<=[\p{L}\p{N}.?!)”"]))\*(?![\p{L}\p{N}*_])/gu;
