import { type Text, wordsAsTheyStand } from './text.ts';

const MAX_MARKS = 3;
/** A word is part of a mark when it earned this share of what the best word earned. */
const MIN_SHARE = 0.2;
const MAX_WORDS = 6;

interface Run {
  from: number;
  to: number;
  worth: number;
}

/**
 * The words that weighed most for a topic, as they stand in title or abstract, most telling first.
 *
 * Neighbouring words that earned something are one mark. The same words are marked once.
 *
 * @param worth  What each word of the text earned; words at 0 or below are never marked.
 */
export function chooseMarks(text: Text, worth: Float64Array): string[] {
  const runs = readRuns(text, worth).sort((a, b) => b.worth - a.worth || a.from - b.from);
  const marks = new Map<string, string>();
  for (const { from, to } of runs) {
    const key = text.words
      .slice(from, to)
      .map((word) => word.stem)
      .join(' ');
    if (!marks.has(key)) marks.set(key, wordsAsTheyStand(text, from, to));
    if (marks.size === MAX_MARKS) break;
  }
  return [...marks.values()];
}

function readRuns({ words }: Text, worth: Float64Array): Run[] {
  const floor = worth.reduce((high, one) => Math.max(high, one), 0) * MIN_SHARE;
  const runs: Run[] = [];
  if (floor <= 0) return runs;
  for (let at = 0; at < words.length; at++) {
    if (worth[at]! < floor || isFiller(words[at]!.text)) continue;
    const last = runs.at(-1);
    if (last?.to === at && words[at]!.isJoined && at - last.from < MAX_WORDS) {
      last.to = at + 1;
      last.worth += worth[at]!;
    } else runs.push({ from: at, to: at + 1, worth: worth[at]! });
  }
  return runs;
}

/** Words that a term may lean on, and a reader would never mark. */
const FILLERS = new Set(
  'a an the of in on for to and or with by from as at is are be we our this that these it its which can # i s e g'.split(' '),
);

function isFiller(word: string): boolean {
  return FILLERS.has(word.toLowerCase()) || /^\p{N}+$/u.test(word);
}
