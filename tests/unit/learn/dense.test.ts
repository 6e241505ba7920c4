import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  eigen,
  factorise,
  innerProducts,
  inverseDiagonal,
  orthonormalise,
  solveFactorised,
} from '../../../src/pipeline/learn/dense.ts';
import {
  addGram,
  denseMatrix,
  multiply,
  multiplyTransposed,
  pickRows,
  sparseMatrix,
} from '../../../src/pipeline/learn/sparse.ts';

const value = fc.integer({ min: -20, max: 20 }).map((n) => n / 4);
const square = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.tuple(fc.constant(n), fc.array(value, { minLength: n * n, maxLength: n * n })));

/** b·bᵀ + identity: symmetric and positive definite. */
function definite(n: number, b: number[]): Float64Array {
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) a[i * n + j]! += b[i * n + k]! * b[j * n + k]!;
      if (i === j) a[i * n + j]! += 1;
    }
  return a;
}

test('a factorised matrix solves its equations, and gives the diagonal of its inverse', () => {
  fc.assert(
    fc.property(square, ([n, b]) => {
      const a = definite(n, b);
      const l = a.slice();
      factorise(l, n);
      const identity = Float64Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0));
      const inverse = solveFactorised(l, n, identity, n);
      const diagonal = inverseDiagonal(l, n);
      for (let i = 0; i < n; i++) {
        expect(diagonal[i]).toBeCloseTo(inverse[i * n + i]!, 5);
        for (let j = 0; j < n; j++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += a[i * n + k]! * inverse[k * n + j]!;
          expect(sum).toBeCloseTo(Number(i === j), 5);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('eigenvectors are only lengthened by their matrix, the longest first', () => {
  fc.assert(
    fc.property(square, ([n, b]) => {
      const a = definite(n, b);
      const { values, vectors } = eigen(a, n);
      for (let c = 0; c < n; c++) {
        if (c > 0) expect(values[c]).toBeLessThanOrEqual(values[c - 1]!);
        for (let i = 0; i < n; i++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += a[i * n + k]! * vectors[k * n + c]!;
          expect(sum).toBeCloseTo(values[c]! * vectors[i * n + c]!, 4);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('columns made orthonormal are', () => {
  const a = denseMatrix(50, 4);
  for (let i = 0; i < a.value.length; i++) a.value[i] = Math.sin(i * i);
  orthonormalise(a);
  innerProducts(a).forEach((product, at) => expect(product).toBeCloseTo(Number(at % 5 === 0), 5));
});

test('products of sparse matrices are those of full ones', () => {
  const rows = fc.array(fc.uniqueArray(fc.tuple(fc.nat(6), value), { selector: ([column]) => column }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rows, (entries) => {
      const a = sparseMatrix(
        entries.map((row) => ({ column: row.map(([column]) => column), value: row.map(([, one]) => one) })),
        7,
      );
      const full = entries.map((row) => Array.from({ length: 7 }, (_, column) => row.find(([at]) => at === column)?.[1] ?? 0));
      const b = denseMatrix(7, 2);
      for (let i = 0; i < 14; i++) b.value[i] = i - 5;
      multiply(a, b).value.forEach((one, at) =>
        expect(one).toBeCloseTo(
          full[at >> 1]!.reduce((sum, x, k) => sum + x * b.value[k * 2 + (at % 2)]!, 0),
          4,
        ),
      );
      const gram = new Float64Array(a.rows * a.rows);
      addGram(a, 2, gram);
      gram.forEach((one, at) =>
        expect(one).toBeCloseTo(2 * full[Math.floor(at / a.rows)]!.reduce((sum, x, k) => sum + x * full[at % a.rows]![k]!, 0), 4),
      );
      const c = denseMatrix(a.rows, 1);
      c.value.fill(1);
      multiplyTransposed(a, c).value.forEach((one, at) =>
        expect(one).toBeCloseTo(
          full.reduce((sum, row) => sum + row[at]!, 0),
          4,
        ),
      );
      expect([...pickRows(a, [a.rows - 1]).value]).toEqual(entries.at(-1)!.map(([, one]) => one));
    }),
  );
});
