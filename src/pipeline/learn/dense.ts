import { type DenseMatrix, denseMatrix } from './sparse.ts';

/** Rows that are worked on together, so that each pass over a large matrix serves them all from the cache. */
const BLOCK = 24;

/** Lower triangular L with L·Lᵀ = a, written over a's lower triangle. `a` is n × n, symmetric and positive definite. */
export function factorise(a: Float64Array, n: number): void {
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK);
    for (let j = 0; j < from; j++)
      for (let i = from; i < to; i++) a[i * n + j] = (a[i * n + j]! - dot(a, i * n, a, j * n, j)) / a[j * n + j]!;
    for (let i = from; i < to; i++) {
      for (let j = from; j < i; j++) a[i * n + j] = (a[i * n + j]! - dot(a, i * n, a, j * n, j)) / a[j * n + j]!;
      a[i * n + i] = Math.sqrt(a[i * n + i]! - dot(a, i * n, a, i * n, i));
    }
  }
}

/** x with L·Lᵀ·x = b, for every column of b (n × width, row by row). */
export function solveFactorised(l: Float64Array, n: number, b: Float64Array, width: number): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) subtract(x, i, x, j, l[i * n + j]!, width);
    scale(x, i, 1 / l[i * n + i]!, width);
  }
  for (let i = n - 1; i >= 0; i--) {
    scale(x, i, 1 / l[i * n + i]!, width);
    for (let j = 0; j < i; j++) subtract(x, j, x, i, l[i * n + j]!, width);
  }
  return x;
}

/** Diagonal of (L·Lᵀ)⁻¹. */
export function inverseDiagonal(l: Float64Array, n: number): Float64Array {
  const diagonal = new Float64Array(n);
  const columns = new Float64Array(BLOCK * n);
  for (let from = 0; from < n; from += BLOCK) {
    const count = Math.min(BLOCK, n - from);
    columns.fill(0);
    for (let i = from; i < n; i++) {
      for (let c = 0; c < count && from + c <= i; c++) {
        const start = from + c;
        const unit = start === i ? 1 : 0;
        columns[c * n + i] = (unit - dot(l, i * n + start, columns, c * n + start, i - start)) / l[i * n + i]!;
      }
    }
    for (let c = 0; c < count; c++) diagonal[from + c] = dot(columns, c * n, columns, c * n, n);
  }
  return diagonal;
}

/** Make the columns of a tall matrix orthonormal, in place: Gram–Schmidt by Cholesky, `rounds` times: 2 for exactness. */
export function orthonormalise(a: DenseMatrix, rounds = 2): void {
  for (let round = 0; round < rounds; round++) {
    const width = a.columns;
    const gram = innerProducts(a);
    let trace = 0;
    for (let i = 0; i < width; i++) trace += gram[i * width + i]!;
    for (let i = 0; i < width; i++) gram[i * width + i]! += 1e-9 * trace;
    factorise(gram, width);
    const row = new Float64Array(width);
    for (let r = 0; r < a.rows; r++) {
      for (let i = 0; i < width; i++) row[i] = (a.value[r * width + i]! - dot(gram, i * width, row, 0, i)) / gram[i * width + i]!;
      a.value.set(row, r * width);
    }
  }
}

/** aᵀ·a */
export function innerProducts(a: DenseMatrix): Float64Array {
  const width = a.columns;
  const out = new Float64Array(width * width);
  for (let r = 0; r < a.rows; r++) {
    const at = r * width;
    for (let i = 0; i < width; i++) {
      const factor = a.value[at + i]!;
      if (factor !== 0) for (let j = 0; j <= i; j++) out[i * width + j]! += factor * a.value[at + j]!;
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) out[j * width + i] = out[i * width + j]!;
  return out;
}

/** a·b, for a small square b (row by row). */
export function multiplySquare(a: DenseMatrix, b: Float64Array): DenseMatrix {
  const width = a.columns;
  const out = denseMatrix(a.rows, width);
  const row = new Float64Array(width);
  for (let r = 0; r < a.rows; r++) {
    row.fill(0);
    for (let k = 0; k < width; k++) {
      const factor = a.value[r * width + k]!;
      if (factor !== 0) for (let c = 0; c < width; c++) row[c]! += factor * b[k * width + c]!;
    }
    out.value.set(row, r * width);
  }
  return out;
}

/** Eigenvalues, falling, and eigenvectors as columns, of a small symmetric matrix: cyclic Jacobi rotations. */
export function eigen(symmetric: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(symmetric);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const square = a[i * n + j]! ** 2;
        all += square;
        if (i !== j) off += square;
      }
    if (off < 1e-18 * all) break;
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]!);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let r = 0; r < n; r++) vectors[r * n + to] = v[from * n + r]!;
  });
  return { values: Float64Array.from(order, (i) => a[i * n + i]!), vectors };
}

/** One rotation that clears a[p, q]; v keeps eigenvectors as rows, so that both run along memory. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (Math.abs(apq) < 1e-300) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p]!;
    const kq = a[k * n + q]!;
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const pk = a[p * n + k]!;
    const qk = a[q * n + k]!;
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
    const vp = v[p * n + k]!;
    const vq = v[q * n + k]!;
    v[p * n + k] = c * vp - s * vq;
    v[q * n + k] = s * vp + c * vq;
  }
}

/** Sum of products, in four strands that the processor can work on at once. */
export function dot(a: Float64Array, aAt: number, b: Float64Array, bAt: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[aAt + i]! * b[bAt + i]!;
    s1 += a[aAt + i + 1]! * b[bAt + i + 1]!;
    s2 += a[aAt + i + 2]! * b[bAt + i + 2]!;
    s3 += a[aAt + i + 3]! * b[bAt + i + 3]!;
  }
  for (; i < length; i++) s0 += a[aAt + i]! * b[bAt + i]!;
  return s0 + s1 + (s2 + s3);
}

function subtract(to: Float64Array, toRow: number, from: Float64Array, fromRow: number, factor: number, width: number): void {
  const t = toRow * width;
  const f = fromRow * width;
  for (let c = 0; c < width; c++) to[t + c]! -= factor * from[f + c]!;
}

function scale(x: Float64Array, row: number, factor: number, width: number): void {
  for (let c = 0; c < width; c++) x[row * width + c]! *= factor;
}
