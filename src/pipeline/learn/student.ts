import { type DenseMatrix, denseMatrix, multiply, multiplyTransposed, type SparseMatrix } from './sparse.ts';

const PENALTY = 0.3;
const STEPS = { full: 20, pruned: 12 };

/** Weights of terms alone that give a teacher's scores as nearly as their number allows. */
export interface Student {
  /** terms × topics; 0 where pruned. */
  weights: DenseMatrix;
  /** Of each topic: its mean score. */
  base: Float64Array;
}

/**
 * Learn from a teacher's scores on many papers, so that what it knows by its embedding is said by terms.
 *
 * Fitted by conjugate gradients; then the weights that move scores least are set to 0, and the others
 * fitted again without them.
 *
 * @param scores  papers × topics, the teacher's.
 * @param maxWeights  How many weights are kept over all topics.
 */
export function study(papers: SparseMatrix, scores: DenseMatrix, maxWeights: number): Student {
  const topics = scores.columns;
  const base = columnMeans(scores);
  const targets = denseMatrix(scores.rows, topics);
  for (let i = 0; i < targets.value.length; i++) targets.value[i] = scores.value[i]! - base[i % topics]!;
  const full = fit(papers, targets, denseMatrix(papers.columns, topics), undefined, STEPS.full);
  const kept = strongest(full, termStrength(papers), maxWeights);
  for (let i = 0; i < full.value.length; i++) full.value[i]! *= kept[i]!;
  return { weights: fit(papers, targets, full, kept, STEPS.pruned), base };
}

/** Ridge regression by conjugate gradients, every topic by itself; weights outside `kept` stay 0. */
function fit(
  papers: SparseMatrix,
  targets: DenseMatrix,
  start: DenseMatrix,
  kept: Uint8Array | undefined,
  steps: number,
): DenseMatrix {
  const topics = targets.columns;
  const weights = { ...start, value: start.value.slice() };
  const mask = (matrix: DenseMatrix): void => {
    if (kept) for (let i = 0; i < kept.length; i++) matrix.value[i]! *= kept[i]!;
  };
  const given = multiply(papers, weights);
  for (let i = 0; i < given.value.length; i++) given.value[i] = targets.value[i]! - given.value[i]!;
  const rest = multiplyTransposed(papers, given);
  for (let i = 0; i < rest.value.length; i++) rest.value[i]! -= PENALTY * weights.value[i]!;
  mask(rest);
  const direction = { ...rest, value: rest.value.slice() };
  let error = columnProducts(rest, rest);
  for (let step = 0; step < steps; step++) {
    const pushed = multiplyTransposed(papers, multiply(papers, direction));
    for (let i = 0; i < pushed.value.length; i++) pushed.value[i]! += PENALTY * direction.value[i]!;
    mask(pushed);
    const curvature = columnProducts(direction, pushed);
    for (let i = 0; i < weights.value.length; i++) {
      const length = error[i % topics]! / (curvature[i % topics]! + 1e-12);
      weights.value[i]! += length * direction.value[i]!;
      rest.value[i]! -= length * pushed.value[i]!;
    }
    const left = columnProducts(rest, rest);
    for (let i = 0; i < direction.value.length; i++)
      direction.value[i] = rest.value[i]! + (left[i % topics]! / (error[i % topics]! + 1e-12)) * direction.value[i]!;
    error = left;
  }
  return weights;
}

/** 1 for the weights that move scores most: size times how much of the term there is. */
function strongest({ value, columns }: DenseMatrix, strength: Float64Array, count: number): Uint8Array {
  const moved = value.map((weight, at) => Math.abs(weight) * strength[Math.floor(at / columns)]!);
  const least = moved.slice().sort()[Math.max(0, moved.length - count)] ?? 0;
  return Uint8Array.from(moved, (one) => Number(one > 0 && one >= least));
}

/** Root of the mean square of each term's values. */
function termStrength({ rows, columns, column, value }: SparseMatrix): Float64Array {
  const squares = new Float64Array(columns);
  column.forEach((term, at) => (squares[term]! += value[at]! ** 2));
  return squares.map((sum) => Math.sqrt(sum / rows));
}

function columnMeans({ rows, columns, value }: DenseMatrix): Float64Array {
  const sums = new Float64Array(columns);
  value.forEach((one, at) => (sums[at % columns]! += one));
  return sums.map((sum) => sum / rows);
}

function columnProducts(a: DenseMatrix, b: DenseMatrix): Float64Array {
  const sums = new Float64Array(a.columns);
  for (let i = 0; i < a.value.length; i++) sums[i % a.columns]! += a.value[i]! * b.value[i]!;
  return sums;
}
