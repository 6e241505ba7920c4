import { eigen, innerProducts, multiplySquare, orthonormalise } from './dense.ts';
import { type DenseMatrix, denseMatrix, multiply, multiplyTransposed, type SparseMatrix } from './sparse.ts';

/** Directions in which abstracts and titles agree: by them a word of an abstract is near the titles that it goes with. */
export interface TitleEmbedding {
  /** terms × dimensions, for abstracts and for titles. */
  abstract: DenseMatrix;
  title: DenseMatrix;
}

/**
 * Learn what words of abstracts say about titles, from papers without labels.
 *
 * A title says in ten words what a paper is about, which is nearly what topics say. The cross products of abstracts'
 * and titles' vectors are cut to their strongest directions, each weighed by the root of its strength: randomised
 * SVD after Halko, Martinsson and Tropp, SIAM Review 53 (2011), with two power iterations.
 *
 * @param abstracts  One row a paper; `titles` the same papers, the same columns.
 */
export function learnTitleEmbedding(abstracts: SparseMatrix, titles: SparseMatrix, dimensions: number): TitleEmbedding {
  const cross = (b: DenseMatrix) => multiplyTransposed(abstracts, multiply(titles, b));
  const back = (b: DenseMatrix) => multiplyTransposed(titles, multiply(abstracts, b));
  let basis = cross(gaussian(titles.columns, dimensions));
  for (let round = 0; round < 2; round++) {
    orthonormalise(basis, 1);
    basis = cross(back(basis));
  }
  orthonormalise(basis);
  const projected = back(basis);
  const { values, vectors } = eigen(innerProducts(projected), dimensions);
  const rotated = vectors.slice();
  const strength = Float64Array.from(values, (value) => Math.sqrt(Math.max(value, 1e-12)));
  scaleColumns(rotated, dimensions, (c) => 1 / Math.sqrt(strength[c]!));
  const abstract = multiplySquare(basis, rotated);
  scaleColumns(rotated, dimensions, (c) => 1 / strength[c]!);
  return { abstract, title: multiplySquare(projected, rotated) };
}

/** Where each paper lies: its abstract's direction, and half as much its title's, of length 1. */
export function embedPapers(abstracts: SparseMatrix, titles: SparseMatrix, embedding: TitleEmbedding): DenseMatrix {
  const out = multiply(abstracts, embedding.abstract);
  const title = multiply(titles, embedding.title);
  normaliseRows(out);
  normaliseRows(title);
  for (let i = 0; i < out.value.length; i++) out.value[i]! += title.value[i]! / 2;
  normaliseRows(out);
  return out;
}

function normaliseRows({ rows, columns, value }: DenseMatrix): void {
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let c = 0; c < columns; c++) sum += value[r * columns + c]! ** 2;
    const factor = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let c = 0; c < columns; c++) value[r * columns + c]! *= factor;
  }
}

function scaleColumns(square: Float64Array, n: number, factor: (column: number) => number): void {
  for (let r = 0; r < n; r++) for (let c = 0; c < n; c++) square[r * n + c]! *= factor(c);
}

/** The same numbers on every run: mulberry32, made normal by Box and Muller. */
function gaussian(rows: number, columns: number): DenseMatrix {
  const out = denseMatrix(rows, columns);
  let state = 20260311;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 1) / 4294967297;
  };
  for (let i = 0; i < out.value.length; i++) out.value[i] = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  return out;
}
