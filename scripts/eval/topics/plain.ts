import {
  type DenseMatrix,
  denseMatrix,
  multiply,
  multiplyTransposed,
  pickRows,
  type SparseMatrix,
  sparseMatrix,
} from '../../../src/pipeline/learn/sparse.ts';

/** What the plain way sees of a paper. */
interface Texts {
  title: string;
  abstract: string;
}

/** The plain way to give topics: TF-IDF of one to three words, logistic regression a topic, one threshold for all. */
export interface PlainTopics {
  /** By paper: the numbers of the topics given to it. */
  give: (papers: Texts[]) => Set<number>[];
}

const STEPS = 80;
const PENALTY = 0.1;

/**
 * Learn from papers and the topics that they bear.
 *
 * The threshold is the one with the highest F1 on a fifth of the papers, by a first fit that did not see them.
 *
 * @param isUsual  Of each paper, whether it was drawn as papers come: the threshold is for these. Default: all were.
 */
export function learnPlainTopics(
  papers: Texts[],
  targets: Set<number>[],
  topics: number,
  isUsual = papers.map(() => true),
): PlainTopics {
  const counts = papers.map(countNgrams);
  const used = new Map<string, number>();
  for (const paper of counts) for (const term of paper.keys()) used.set(term, (used.get(term) ?? 0) + 1);
  const kept = [...used].filter(([, count]) => count > 1);
  const numbers = new Map(kept.map(([term], number) => [term, number]));
  const rarity = kept.map(([, count]) => Math.log((1 + papers.length) / (1 + count)) + 1);
  const matrix = toVectors(counts, numbers, rarity);

  const rows = papers.map((_, row) => row);
  const most = rows.filter((row) => row % 5 !== 0);
  const held = rows.filter((row) => row % 5 === 0 && isUsual[row]);
  const pick = (chosen: number[]) => chosen.map((row) => targets[row]!);
  const threshold = bestThreshold(logOdds(pickRows(matrix, held), fit(pickRows(matrix, most), pick(most), topics)), pick(held));
  const weights = fit(matrix, targets, topics);
  return {
    give: (others) => {
      const odds = logOdds(toVectors(others.map(countNgrams), numbers, rarity), weights);
      return others.map((_, row) => {
        const own = odds.value.subarray(row * topics, (row + 1) * topics);
        return new Set([...own.keys()].filter((topic) => own[topic]! >= threshold));
      });
    },
  };
}

interface Weights {
  terms: DenseMatrix;
  bias: Float64Array;
}

/** Accelerated gradient steps (Nesterov) on the regularised logistic loss, all topics at once. */
function fit(papers: SparseMatrix, targets: Set<number>[], topics: number): Weights {
  const size = papers.columns * topics;
  const weights = denseMatrix(papers.columns, topics);
  const ahead = denseMatrix(papers.columns, topics);
  const bias = new Float64Array(topics).fill(-3);
  const step = 1 / (PENALTY + largestEigenvalue(papers) / 4);
  let pace = 1;
  for (let round = 0; round < STEPS; round++) {
    const error = logOdds(papers, { terms: ahead, bias });
    const biasError = new Float64Array(topics);
    for (let at = 0; at < error.value.length; at++) {
      const topic = at % topics;
      const p = 1 / (1 + Math.exp(-error.value[at]!));
      error.value[at] = p - Number(targets[Math.floor(at / topics)]!.has(topic));
      biasError[topic]! += error.value[at]!;
    }
    const gradient = multiplyTransposed(papers, error);
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    for (let at = 0; at < size; at++) {
      const before = weights.value[at]!;
      const after = ahead.value[at]! - step * (gradient.value[at]! + PENALTY * ahead.value[at]!);
      weights.value[at] = after;
      ahead.value[at] = after + ((pace - 1) / nextPace) * (after - before);
    }
    for (let topic = 0; topic < topics; topic++) bias[topic]! -= (4 / papers.rows) * biasError[topic]!;
    pace = nextPace;
  }
  return { terms: weights, bias };
}

function logOdds(papers: SparseMatrix, { terms, bias }: Weights): DenseMatrix {
  const out = multiply(papers, terms);
  for (let at = 0; at < out.value.length; at++) out.value[at]! += bias[at % bias.length]!;
  return out;
}

/** Of xᵀx, by power iteration. */
function largestEigenvalue(x: SparseMatrix): number {
  let vector = denseMatrix(x.columns, 1);
  vector.value.fill(1);
  let length = 1;
  for (let round = 0; round < 20; round++) {
    const next = multiplyTransposed(x, multiply(x, vector));
    length = Math.sqrt(next.value.reduce((sum, one) => sum + one * one, 0));
    vector = { ...next, value: next.value.map((one) => one / length) };
  }
  return length;
}

/** The log-odds with the highest F1 over all pairs of paper and topic. */
function bestThreshold(odds: DenseMatrix, targets: Set<number>[]): number {
  const given = targets.reduce((sum, set) => sum + set.size, 0);
  const sorted = Array.from(odds.value, (value, at) => ({
    value,
    isRight: targets[Math.floor(at / odds.columns)]!.has(at % odds.columns),
  })).sort((a, b) => b.value - a.value);
  let best = { f1: 0, threshold: 0 };
  let hits = 0;
  sorted.forEach(({ value, isRight }, at) => {
    hits += Number(isRight);
    const f1 = (2 * hits) / (at + 1 + given);
    if (f1 > best.f1) best = { f1, threshold: (value + (sorted[at + 1]?.value ?? value)) / 2 };
  });
  return best.threshold;
}

/** TF-IDF of length 1, a term's further uses counting less. */
function toVectors(papers: Map<string, number>[], numbers: Map<string, number>, rarity: number[]): SparseMatrix {
  const rows = papers.map((paper) => {
    const known = [...paper].filter(([term]) => numbers.has(term));
    const value = known.map(([term, times]) => (1 + Math.log(times)) * rarity[numbers.get(term)!]!);
    const length = Math.hypot(...value) || 1;
    return { column: known.map(([term]) => numbers.get(term)!), value: value.map((one) => one / length) };
  });
  return sparseMatrix(rows, numbers.size);
}

function countNgrams({ title, abstract }: Texts): Map<string, number> {
  const words = `${title} ${abstract}`.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const counts = new Map<string, number>();
  for (let length = 1; length <= 3; length++)
    for (let at = 0; at + length <= words.length; at++) {
      const term = words.slice(at, at + length).join(' ');
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  return counts;
}
