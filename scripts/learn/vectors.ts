import type { Sparse } from './co-occurrence.ts';

/** Rows of numbers, one after the other. */
export interface Rows {
  rows: number;
  width: number;
  values: Float32Array;
}

/** More dimensions than are kept, so that those kept are right. */
const SPARE = 20;
const ROUNDS = 4;

/**
 * Short vectors for the rows of a matrix, such that likeness of rows is kept: left singular vectors, each scaled by the
 * root of its singular value; of length 1.
 *
 * Randomised subspace iteration: Halko, Martinsson and Tropp, "Finding structure with randomness", SIAM Review 2011.
 * The start is the same in every run.
 */
export function shorten(matrix: Sparse, width: number): Rows {
  const wide = width + SPARE;
  let basis = randomRows(matrix.size, wide);
  for (let round = 0; round < ROUNDS; round += 1) {
    basis = multiply(matrix, basis);
    orthonormalise(basis);
  }
  const image = multiply(transpose(matrix), basis);
  const { values, vectors } = eigen(gram(image), wide);
  const short: Rows = { rows: matrix.size, width, values: new Float32Array(matrix.size * width) };
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, width);
  for (let row = 0; row < matrix.size; row += 1) {
    order.forEach((from, to) => {
      let sum = 0;
      for (let k = 0; k < wide; k += 1) sum += basis.values[row * wide + k]! * vectors[k * wide + from]!;
      short.values[row * width + to] = sum * Math.max(0, values[from]!) ** 0.25; // root of a singular value, itself a root
    });
  }
  normalise(short);
  return short;
}

function multiply({ size, starts, columns, values }: Sparse, rows: Rows): Rows {
  const { width } = rows;
  const product = new Float32Array(size * width);
  for (let row = 0; row < size; row += 1) {
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const [value, from, to] = [values[at]!, columns[at]! * width, row * width];
      for (let k = 0; k < width; k += 1) product[to + k]! += value * rows.values[from + k]!;
    }
  }
  return { rows: size, width, values: product };
}

function transpose({ size, starts, columns, values }: Sparse): Sparse {
  const next = new Int32Array(size + 1);
  for (const column of columns) next[column + 1]! += 1;
  for (let row = 0; row < size; row += 1) next[row + 1]! += next[row]!;
  const turned: Sparse = {
    size,
    starts: next.slice(),
    columns: new Int32Array(columns.length),
    values: new Float32Array(values.length),
  };
  for (let row = 0; row < size; row += 1) {
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const to = next[columns[at]!]!;
      next[columns[at]!]! += 1;
      turned.columns[to] = row;
      turned.values[to] = values[at]!;
    }
  }
  return turned;
}

/** Gram and Schmidt's way, twice for every column, as once is not enough in single precision. */
function orthonormalise({ rows, width, values }: Rows): void {
  const columns = Array.from({ length: width }, (_, k) =>
    Float64Array.from({ length: rows }, (__, row) => values[row * width + k]!),
  );
  columns.forEach((column, k) => {
    for (let pass = 0; pass < 2; pass += 1) {
      for (let before = 0; before < k; before += 1) {
        const share = dot(column, columns[before]!);
        for (let row = 0; row < rows; row += 1) column[row]! -= share * columns[before]![row]!;
      }
    }
    const length = Math.sqrt(dot(column, column)) || 1;
    for (let row = 0; row < rows; row += 1) column[row]! /= length;
  });
  columns.forEach((column, k) => column.forEach((value, row) => (values[row * width + k] = value)));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += a[k]! * b[k]!;
  return sum;
}

/** Products of every two columns. */
function gram({ rows, width, values }: Rows): Float64Array {
  const products = new Float64Array(width * width);
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < width; i += 1) {
      const value = values[row * width + i]!;
      for (let j = i; j < width; j += 1) products[i * width + j]! += value * values[row * width + j]!;
    }
  }
  for (let i = 0; i < width; i += 1) for (let j = 0; j < i; j += 1) products[i * width + j] = products[j * width + i]!;
  return products;
}

/** Eigenvalues and eigenvectors (as columns) of a symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < 30; sweep += 1) {
    let outside = 0;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) outside += matrix[p * size + q]! ** 2;
    if (outside < 1e-12 * matrix[0]! ** 2) break;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(matrix, vectors, size, p, q);
  }
  return { values: Float64Array.from({ length: size }, (_, i) => matrix[i * size + i]!), vectors };
}

function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = matrix[p * size + q]!;
  if (off === 0) return;
  const theta = (matrix[q * size + q]! - matrix[p * size + p]!) / (2 * off);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  const turn = (values: Float64Array, a: number, b: number) => {
    const [one, other] = [values[a]!, values[b]!];
    values[a] = cos * one - sin * other;
    values[b] = sin * one + cos * other;
  };
  for (let k = 0; k < size; k += 1) turn(matrix, k * size + p, k * size + q);
  for (let k = 0; k < size; k += 1) turn(matrix, p * size + k, q * size + k);
  for (let k = 0; k < size; k += 1) turn(vectors, k * size + p, k * size + q);
}

function normalise({ rows, width, values }: Rows): void {
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (let k = 0; k < width; k += 1) sum += values[row * width + k]! ** 2;
    const length = Math.sqrt(sum) || 1;
    for (let k = 0; k < width; k += 1) values[row * width + k]! /= length;
  }
}

/** Numbers between -1 and 1 that look random: the mulberry32 generator, from a fixed seed. */
function randomRows(rows: number, width: number): Rows {
  let state = 11;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
  return { rows, width, values: Float32Array.from({ length: rows * width }, next) };
}
