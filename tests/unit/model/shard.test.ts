import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInShard, parseShard } from '../../../src/model/shard.ts';
import { RUNS } from '../runs.ts';

test('every path is in exactly one part', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (path, of) => {
      const parts = Array.from({ length: of }, (_, at) => ({ number: at + 1, of }));
      expect(parts.filter((shard) => isInShard(path, shard))).toHaveLength(1);
    }),
    RUNS,
  );
});

test('parts are about as large as each other, though paths begin and end alike', () => {
  const paths = Array.from({ length: 4000 }, (_, at) => `/papers/a-survey-of-method-${at}-in-deep-learning`);
  for (const number of [1, 2, 3, 4]) {
    const size = paths.filter((path) => isInShard(path, { number, of: 4 })).length;
    expect(Math.abs(size - 1000)).toBeLessThan(100); // three standard deviations of an even draw: 82
  }
});

test.each([
  ['2/4', { number: 2, of: 4 }],
  ['1/1', { number: 1, of: 1 }],
  ['0/4', undefined],
  ['5/4', undefined],
  ['2', undefined],
  ['2/0', undefined],
  ['-1/4', undefined],
  ['a/b', undefined],
])('%s is read as a part, or refused', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});
