import { BACKGROUND } from '../phrases/background.ts';
import { FUNCTION_WORDS } from '../phrases/function-words.ts';
import type { Word } from './words.ts';

/** A word that so few of the papers that use it have in their title says what papers do, not what they are about: `find`, `existing`. */
const MAX_TITLE_SHARE = 0.03;

/** Words that a term may lean on, and a reader would never mark by themselves: `the`, `#`, `2016`. */
export function isFiller({ text }: Word): boolean {
  return FUNCTION_WORDS.has(text.toLowerCase()) || /^(?:\p{N}+|\p{L})$/u.test(text);
}

/** Words of any abstract, whatever it is about. What is written in capitals is a name. */
export function isVague({ stem, isAcronym }: Word): boolean {
  const use = BACKGROUND.words[stem];
  return !isAcronym && use !== undefined && use[0] <= MAX_TITLE_SHARE;
}
