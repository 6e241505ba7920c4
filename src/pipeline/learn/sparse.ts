/** A matrix with few entries, row by row (CSR). */
export interface SparseMatrix {
  rows: number;
  columns: number;
  /** Entries of row r: `start[r]` up to `start[r + 1]`. */
  start: Int32Array;
  column: Int32Array;
  value: Float32Array;
}

/** A full matrix, row by row. */
export interface DenseMatrix {
  rows: number;
  columns: number;
  value: Float32Array;
}

export function denseMatrix(rows: number, columns: number): DenseMatrix {
  return { rows, columns, value: new Float32Array(rows * columns) };
}

export function sparseMatrix(rows: { column: number[]; value: number[] }[], columns: number): SparseMatrix {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (start[at + 1] = start[at]! + row.column.length));
  const column = new Int32Array(start[rows.length]!);
  const value = new Float32Array(start[rows.length]!);
  rows.forEach((row, at) => {
    column.set(row.column, start[at]);
    value.set(row.value, start[at]);
  });
  return { rows: rows.length, columns, start, column, value };
}

export function pickRows(a: SparseMatrix, rows: number[]): SparseMatrix {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (start[at + 1] = start[at]! + a.start[row + 1]! - a.start[row]!));
  const column = new Int32Array(start[rows.length]!);
  const value = new Float32Array(start[rows.length]!);
  rows.forEach((row, at) => {
    column.set(a.column.subarray(a.start[row], a.start[row + 1]), start[at]);
    value.set(a.value.subarray(a.start[row], a.start[row + 1]), start[at]);
  });
  return { rows: rows.length, columns: a.columns, start, column, value };
}

export function pickDenseRows({ columns, value }: DenseMatrix, rows: number[]): DenseMatrix {
  const out = denseMatrix(rows.length, columns);
  rows.forEach((row, at) => out.value.set(value.subarray(row * columns, (row + 1) * columns), at * columns));
  return out;
}

/** a·b */
export function multiply(a: SparseMatrix, b: DenseMatrix): DenseMatrix {
  const out = denseMatrix(a.rows, b.columns);
  const width = b.columns;
  for (let row = 0; row < a.rows; row++) {
    const to = row * width;
    for (let at = a.start[row]!; at < a.start[row + 1]!; at++)
      addScaled(out.value, to, b.value, a.column[at]! * width, a.value[at]!, width);
  }
  return out;
}

/** aᵀ·b */
export function multiplyTransposed(a: SparseMatrix, b: DenseMatrix): DenseMatrix {
  const out = denseMatrix(a.columns, b.columns);
  const width = b.columns;
  for (let row = 0; row < a.rows; row++) {
    const from = row * width;
    for (let at = a.start[row]!; at < a.start[row + 1]!; at++)
      addScaled(out.value, a.column[at]! * width, b.value, from, a.value[at]!, width);
  }
  return out;
}

/** a·aᵀ, added to `into` after scaling by `factor`. */
export function addGram(a: SparseMatrix, factor: number, into: Float64Array): void {
  const row = new Float32Array(a.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let at = a.start[i]!; at < a.start[i + 1]!; at++) row[a.column[at]!] = a.value[at]!;
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let at = a.start[j]!; at < a.start[j + 1]!; at++) sum += a.value[at]! * row[a.column[at]!]!;
      into[i * a.rows + j]! += factor * sum;
      if (i !== j) into[j * a.rows + i]! += factor * sum;
    }
    for (let at = a.start[i]!; at < a.start[i + 1]!; at++) row[a.column[at]!] = 0;
  }
}

function addScaled(to: Float32Array, toAt: number, from: Float32Array, fromAt: number, factor: number, length: number): void {
  for (let i = 0; i < length; i++) to[toAt + i]! += factor * from[fromAt + i]!;
}
