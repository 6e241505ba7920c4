import { dot, factorise, inverseDiagonal, solveFactorised } from './dense.ts';
import { addGram, type DenseMatrix, denseMatrix, multiply, multiplyTransposed, type SparseMatrix } from './sparse.ts';

/** How strongly weights are held down, chosen by leave-one-out on the training papers; the bias is hardly held at all. */
const PENALTY = 0.2;
const BIAS = 10;

/** Scores of topics by terms and by embedding: linear in both. */
export interface Teacher {
  /** terms × topics */
  byTerm: DenseMatrix;
  /** dimensions × topics */
  byDimension: DenseMatrix;
  base: Float64Array;
  /** Of each training paper, by a teacher that did not see it: papers × topics. */
  leftOut: Float64Array;
}

/**
 * Ridge regression of topics on terms and embedding, over all topics at once.
 *
 * In its dual form, so that scores with one paper left out cost nothing more: y − α / diag(K⁻¹), after
 * Rifkin and Lippert, "Notes on regularized least squares", 2007.
 *
 * @param targets  papers × topics: 1 core, less for minor, 0 none.
 */
export function teach(terms: SparseMatrix, embedding: DenseMatrix, targets: Float64Array, embeddingWeight: number): Teacher {
  const n = terms.rows;
  const topics = targets.length / n;
  const kernel = new Float64Array(n * n).fill(BIAS);
  addGram(terms, 1, kernel);
  addDenseGram(embedding, embeddingWeight, kernel);
  for (let i = 0; i < n; i++) kernel[i * n + i]! += PENALTY;
  factorise(kernel, n);
  const alpha = solveFactorised(kernel, n, targets, topics);
  const diagonal = inverseDiagonal(kernel, n);
  const dual = denseMatrix(n, topics);
  dual.value.set(alpha);
  const byDimension = innerProduct(embedding, dual, embeddingWeight);
  const base = new Float64Array(topics);
  for (let i = 0; i < n; i++) for (let t = 0; t < topics; t++) base[t]! += BIAS * alpha[i * topics + t]!;
  return {
    byTerm: multiplyTransposed(terms, dual),
    byDimension,
    base,
    leftOut: targets.map((target, at) => target - alpha[at]! / diagonal[Math.floor(at / topics)]!),
  };
}

/** The teacher's scores of other papers: papers × topics. */
export function askTeacher(terms: SparseMatrix, embedding: DenseMatrix, { byTerm, byDimension, base }: Teacher): DenseMatrix {
  const scores = multiply(terms, byTerm);
  const topics = base.length;
  for (let r = 0; r < scores.rows; r++) {
    for (let t = 0; t < topics; t++) scores.value[r * topics + t]! += base[t]!;
    for (let k = 0; k < embedding.columns; k++) {
      const factor = embedding.value[r * embedding.columns + k]!;
      for (let t = 0; t < topics; t++) scores.value[r * topics + t]! += factor * byDimension.value[k * topics + t]!;
    }
  }
  return scores;
}

function addDenseGram({ rows, columns, value }: DenseMatrix, factor: number, into: Float64Array): void {
  const exact = Float64Array.from(value);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j <= i; j++) {
      const product = factor * dot(exact, i * columns, exact, j * columns, columns);
      into[i * rows + j]! += product;
      if (i !== j) into[j * rows + i]! += product;
    }
}

/** factor · aᵀ·b */
function innerProduct(a: DenseMatrix, b: DenseMatrix, factor: number): DenseMatrix {
  const out = denseMatrix(a.columns, b.columns);
  for (let r = 0; r < a.rows; r++)
    for (let k = 0; k < a.columns; k++) {
      const scale = factor * a.value[r * a.columns + k]!;
      for (let t = 0; t < b.columns; t++) out.value[k * b.columns + t]! += scale * b.value[r * b.columns + t]!;
    }
  return out;
}
