import { describe, expect, test } from 'vitest';
import { countNear, sideBySide, union } from '../../../src/search/postings.ts';
import type { Posting } from '../../../src/search/postings.ts';

const posting = (papers: Record<string, number[]>, titles: string[] = []): Posting =>
  new Map(Object.entries(papers).map(([id, places]) => [id, { places, inTitle: titles.includes(id) }]));

describe('union', () => {
  test('joins places, and a title counts whichever word stands there', () => {
    const joined = union([posting({ a: [1, 5] }), posting({ a: [5, 9], b: [2] }, ['a'])]);
    expect(joined).toEqual(posting({ a: [1, 5, 9], b: [2] }, ['a']));
  });
  test('of nothing is nothing', () => expect(union([]).size).toBe(0));
});

describe('sideBySide', () => {
  test('finds words in their order, with the places of both', () => {
    expect(sideBySide([posting({ a: [3, 8] }), posting({ a: [4], b: [1] })])).toEqual(posting({ a: [3, 4] }));
  });
  test('does not find them in another order, or with a word between', () => {
    expect(sideBySide([posting({ a: [4], b: [1] }), posting({ a: [3], b: [3] })]).size).toBe(0);
  });
  test('finds the parts of a compound, which stand in one place', () => {
    expect(sideBySide([posting({ a: [7] }), posting({ a: [7] })])).toEqual(posting({ a: [7] }));
  });
  test('is in the title only if all its words are', () => {
    const found = sideBySide([posting({ a: [0] }, ['a']), posting({ a: [1] })]);
    expect(found.get('a')?.inTitle).toBe(false);
  });
});

describe('countNear', () => {
  const at = (...places: number[]) => ({ places, inTitle: false });
  test('counts neighbours, and a gap only where words were left out', () => {
    expect(countNear(at(1, 10), at(2, 12), 1)).toBe(1);
    expect(countNear(at(1, 10), at(2, 12), 2)).toBe(2);
  });
  test('does not count a word as its own neighbour', () => {
    const word = at(4);
    expect(countNear(word, word, 1)).toBe(0);
  });
});
