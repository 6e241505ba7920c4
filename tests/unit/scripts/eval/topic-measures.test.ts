import { expect, test } from 'vitest';
import { type Judged, measure, measureStrength } from '../../../../scripts/eval/topics/measures.ts';

const judged: Judged[] = [
  {
    core: new Set(['a', 'b']),
    minor: new Set(['c']),
    derived: new Map([
      ['a', 'core'],
      ['c', 'core'],
      ['d', 'minor'],
    ]),
  },
  { core: new Set(), minor: new Set(['a']), derived: new Map([['a', 'minor']]) },
];

test('tags count once a paper, whatever their strength', () => {
  const { precision, recall, f1, given } = measure(judged);
  expect([precision, recall, given]).toEqual([3 / 4, 3 / 4, 4]); // right: a, c, a; wrong: d; missed: b
  expect(f1).toBeCloseTo(3 / 4);
  expect(measure(judged, (topic) => topic === 'a')).toEqual({ precision: 1, recall: 1, f1: 1, given: 2 });
});

test('core and minor apart ask for the same strength', () => {
  expect(measureStrength(judged, 'core')).toEqual({ precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, given: 2 });
  expect(measureStrength(judged, 'minor')).toEqual({ precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, given: 2 });
});

test('nothing given and nothing derived is no division by nought', () => {
  expect(measure([])).toEqual({ precision: 0, recall: 0, f1: 0, given: 0 });
});
