import { frequencyWeight, readTerms, tellingTerms, type Terms } from '../evidence/terms.ts';
import { readText, type Text } from '../evidence/text.ts';
import { type SparseMatrix, sparseMatrix } from './sparse.ts';

/** Title and abstract, all that learning sees of an unlabelled paper. */
export interface Titled {
  title: string;
  abstract: string;
}

/** Terms of a collection that enough papers use. */
export interface Lexicon {
  terms: string[];
  number: Map<string, number>;
  /** Rarity: ln((papers + 1) / (papers with the term + 1)) + 1. */
  rarity: Float32Array;
}

/** The three ways in which learning reads a paper, each as counts of terms. */
export interface TermCounts {
  all: Map<string, number>;
  title: Map<string, number>;
  abstract: Map<string, number>;
}

export function countTerms({ title, abstract }: Titled): TermCounts {
  const text = readText(title, abstract);
  const first = firstOfAbstract(text);
  const counted = (isIn: (at: number) => boolean) => readTerms(text.words, isIn);
  return {
    all: counts(tellingTerms(text)),
    title: counts(counted((at) => at < first)),
    abstract: counts(counted((at) => at >= first)),
  };
}

export function buildLexicon(papers: TermCounts[], minPapers: number): Lexicon {
  const used = new Map<string, number>();
  for (const { all } of papers) for (const term of all.keys()) used.set(term, (used.get(term) ?? 0) + 1);
  const kept = [...used].filter(([, count]) => count >= minPapers).sort(([a], [b]) => (a < b ? -1 : 1));
  const terms = kept.map(([term]) => term);
  return {
    terms,
    number: new Map(terms.map((term, number) => [term, number])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((papers.length + 1) / (count + 1)) + 1),
  };
}

/** Vectors of terms, rare ones weighing more, each of length 1. */
export function rarityVectors(papers: Map<string, number>[], lexicon: Lexicon): SparseMatrix {
  return vectors(papers, lexicon, (row) => Math.hypot(...row));
}

/** The vectors that score.ts works with (length by all terms, known or not), with rare terms weighing more: weights learnt on them times rarity are weights there. */
export function scoringVectors(papers: Map<string, number>[], lexicon: Lexicon): SparseMatrix {
  return vectors(papers, lexicon, (_row, paper) => {
    let sum = 0;
    for (const times of paper.values()) sum += frequencyWeight(times) ** 2;
    return Math.sqrt(sum);
  });
}

function vectors(
  papers: Map<string, number>[],
  lexicon: Lexicon,
  lengthOf: (row: number[], paper: Map<string, number>) => number,
): SparseMatrix {
  const rows = papers.map((paper) => {
    const column: number[] = [];
    const value: number[] = [];
    for (const [term, times] of paper) {
      const number = lexicon.number.get(term);
      if (number === undefined) continue;
      column.push(number);
      value.push(frequencyWeight(times) * lexicon.rarity[number]!);
    }
    const length = lengthOf(value, paper) || 1;
    return { column, value: value.map((one) => one / length) };
  });
  return sparseMatrix(rows, lexicon.terms.length);
}

function counts(terms: Terms): Map<string, number> {
  return new Map([...terms].map(([term, places]) => [term, places.length]));
}

function firstOfAbstract({ places }: Text): number {
  const first = places.findIndex((place) => place !== 'title');
  return first < 0 ? places.length : first;
}
