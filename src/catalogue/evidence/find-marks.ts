import type { Span } from '../../model/record.ts';

/** Words that earned topics, and the numbers of those topics. */
export interface Evidence {
  n: number;
  /** As they stand in the text. */
  words: string;
}

/** A stretch of a text to mark, and the numbers of the topics that it earned, ascending. */
export interface Mark extends Span {
  n: number[];
}

/** Only this many topics of a paper are tied to their words: the style sheet lights no more. */
const MAX_NUMBERS = 12;

/** The evidence of tags, numbered as the paper's page numbers them. */
export function numberEvidence(tags: { n: number; evidence: string[] }[]): Evidence[] {
  return tags.filter(({ n }) => n <= MAX_NUMBERS).flatMap(({ n, evidence }) => evidence.map((words) => ({ n, words })));
}

/**
 * Find each piece of evidence where it first stands in a text, as whole words.
 *
 * Stretches that share letters become one mark with the numbers of both: a reader can follow two topics from one line,
 * but not read two lines in one place.
 *
 * @returns In the order of the text, not overlapping. What is not in the text gives no mark.
 */
export function findMarks(text: string, evidence: Evidence[]): Mark[] {
  const found = evidence.flatMap(({ n, words }) => {
    const start = indexOfWords(text, words);
    return start < 0 ? [] : [{ start, end: start + words.length, n: [n] }];
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: Mark[] = [];
  for (const mark of found) {
    const last = marks.at(-1);
    if (last && mark.start < last.end) {
      last.end = Math.max(last.end, mark.end);
      last.n = [...new Set([...last.n, ...mark.n])].sort((a, b) => a - b);
    } else {
      marks.push(mark);
    }
  }
  return marks;
}

/** Where `words` stand in `text` and no letter or digit runs on at either side: "wide" is not in "wider". -1 if nowhere. */
export function indexOfWords(text: string, words: string): number {
  if (words === '') return -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!runsOn(text, at) && !runsOn(text, at + words.length)) return at;
  }
  return -1;
}

/** Whether a letter or digit, or a part of one, stands on both sides of `at`. */
function runsOn(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2));
}
