import {
  type DenseMatrix,
  denseMatrix,
  multiply,
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

/** Inverse strength of regularisation: of 3, 10 and 30 the one with the highest F1, cross-validated. */
const C = 10;
const ROUNDS = 12;

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

/**
 * Regularised logistic regression of all topics at once, by coordinate ascent in the dual: one paper after the other is
 * weighed as is best while the others stay. After Yu, Huang and Lin, "Dual coordinate descent methods for logistic
 * regression and maximum entropy models", Machine Learning 85 (2011).
 */
function fit(papers: SparseMatrix, targets: Set<number>[], topics: number): Weights {
  const terms = denseMatrix(papers.columns, topics);
  const bias = new Float64Array(topics);
  const dual = new Float64Array(papers.rows * topics);
  const margins = new Float64Array(topics);
  for (let round = 0; round < ROUNDS; round++) {
    for (let row = 0; row < papers.rows; row++) {
      const [from, to] = [papers.start[row]!, papers.start[row + 1]!];
      margins.set(bias);
      for (let at = from; at < to; at++) addRow(margins, terms.value, papers.column[at]! * topics, papers.value[at]!);
      for (let topic = 0; topic < topics; topic++) {
        const before = dual[row * topics + topic]!;
        const after = bestDual(before, margins[topic]!, targets[row]!.has(topic) ? 1 : -1);
        dual[row * topics + topic] = after;
        margins[topic] = C * (after - before);
        bias[topic]! += margins[topic]!;
      }
      for (let at = from; at < to; at++) {
        const start = papers.column[at]! * topics;
        for (let topic = 0; topic < topics; topic++) terms.value[start + topic]! += papers.value[at]! * margins[topic]!;
      }
    }
  }
  return { terms, bias };
}

/** Squared length of a paper's vector and the constant that stands for the bias. */
const LENGTH = 2;

/**
 * A paper's dual when the others stay, times its sign: the a with a = σ(−(y·m + C·LENGTH·(a − a₀))), between 0 and 1.
 *
 * By bisection and then Newton's method, which by itself leaps from one end to the other.
 */
function bestDual(before: number, margin: number, sign: 1 | -1): number {
  const start = sign * before;
  const oddsAgainst = (a: number): number => Math.exp(sign * margin + C * LENGTH * (a - start));
  let [low, high] = [0, 1];
  for (let step = 0; step < 8; step++) {
    const middle = (low + high) / 2;
    if (middle * (1 + oddsAgainst(middle)) < 1) low = middle;
    else high = middle;
  }
  let a = (low + high) / 2;
  for (let step = 0; step < 2; step++) {
    const p = 1 / (1 + oddsAgainst(a));
    a = Math.min(high, Math.max(low, a - (a - p) / (1 + C * LENGTH * p * (1 - p))));
  }
  return sign * a;
}

function addRow(to: Float64Array, from: Float32Array, start: number, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * from[start + i]!;
}

function logOdds(papers: SparseMatrix, { terms, bias }: Weights): DenseMatrix {
  const out = multiply(papers, terms);
  for (let at = 0; at < out.value.length; at++) out.value[at]! += bias[at % bias.length]!;
  return out;
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
