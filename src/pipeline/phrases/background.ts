import words from './background-words.json' with { type: 'json' };
import { singularise } from './canonical.ts';
import { readRuns } from './runs.ts';

/**
 * How words of papers in general are used: a word that abstracts use and titles avoid (`propose`, `existing`) is hardly
 * ever a term.
 */
export interface Background {
  /** Papers that were read. */
  papers: number;
  /** By word: the share of the papers with it that have it in the title, and uses a paper; singular and plural are counted apart, then summed. */
  words: Record<string, [titleShare: number, usesPerPaper: number]>;
}

/** Learnt from 129,000 papers on language, vision and other fields of computing; rewritten by `npm run words:learn`. */
export const BACKGROUND = words as unknown as Background;

/** Words of fewer papers than this share tell too little. */
const FEWEST = 0.001;

/** Gather the background from papers of many kinds. A plural is its singular where that is a word of theirs. */
export function learnBackground(papers: Iterable<{ title: string; abstract: string }>): Background {
  const counts = new Map<string, { papers: number; inTitles: number; uses: number }>();
  let total = 0;
  for (const paper of papers) {
    total += 1;
    const seen = new Map<string, boolean>();
    for (const run of readRuns(paper)) {
      for (const { word } of run.tokens) {
        const lower = word.toLowerCase();
        const count = counts.get(lower) ?? { papers: 0, inTitles: 0, uses: 0 };
        counts.set(lower, count);
        count.uses += 1;
        if (!seen.has(lower)) {
          count.papers += 1;
          if (run.inTitle) count.inTitles += 1; // a title is read before its abstract
          seen.set(lower, true);
        }
      }
    }
  }
  for (const [word, count] of counts) {
    const singular = counts.get(singularise(word, (other) => counts.get(other)?.uses ?? 0))!;
    if (singular === count) continue;
    singular.papers += count.papers;
    singular.inTitles += count.inTitles;
    singular.uses += count.uses;
    counts.delete(word);
  }
  const kept = [...counts].filter(([, { papers: own }]) => own >= total * FEWEST).sort(([a], [b]) => (a < b ? -1 : 1));
  const uses = kept.map(([word, { papers: own, inTitles, uses }]): [string, [number, number]] => [
    word,
    [round(inTitles / own, 3), round(uses / own, 2)],
  ]);
  return { papers: total, words: Object.fromEntries(uses) };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
