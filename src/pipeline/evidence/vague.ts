import { BACKGROUND } from '../phrases/background.ts';
import { FUNCTION_WORDS } from '../phrases/function-words.ts';
import { readWords, type Word } from './words.ts';

/** A word that so few of the papers that use it have in their title says what papers do, not what they are about: `find`, `existing`. */
const MAX_TITLE_SHARE = 0.03;

const FILLERS = new Set([...FUNCTION_WORDS].map((word) => readWords(word)[0]!.stem));
const VAGUE = new Set(
  Object.entries(BACKGROUND.words)
    .filter(([, [titleShare]]) => titleShare <= MAX_TITLE_SHARE)
    .map(([word]) => word),
);

/** Words that a term may lean on, and a reader would never mark by themselves: `the`, `k`, `2016`. */
export function isFiller({ stem }: Word): boolean {
  return stem.length === 1 || FILLERS.has(stem) || /^\p{N}+$/u.test(stem);
}

/** Words of any abstract, whatever it is about. What is written in capitals is a name. */
export function isVague({ stem, isAcronym }: Word): boolean {
  return !isAcronym && VAGUE.has(stem);
}
