import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ofPages, paginate, toParam } from '../../../../src/catalogue/lists/paginate.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('pages of a list', () => {
  test('are one where all fits, and one where there is nothing', () => {
    expect(paginate(numbers(50), 50, 'papers/').map(({ items }) => items.length)).toEqual([50]);
    expect(paginate([], 50, 'papers/')).toEqual([{ items: [], number: 1, paths: ['papers/'], shown: [1] }]);
  });

  test('are of a length, so that none holds a lone item', () => {
    expect(paginate(numbers(51), 50, 'papers/').map(({ items }) => items.length)).toEqual([26, 25]);
  });

  test('stand at the list itself, then at its numbers', () => {
    const pages = paginate(numbers(5), 2, 'topics/nlp/');
    expect(pages[0]?.paths).toEqual(['topics/nlp/', 'topics/nlp/2/', 'topics/nlp/3/']);
    expect(pages.map((page) => toParam(page, 'topics/nlp/'))).toEqual([undefined, '2', '3']);
    expect(pages.map(ofPages)).toEqual(['', ', page 2 of 3', ', page 3 of 3']);
  });

  test('leave its address to a paper whose title is a number', () => {
    const pages = paginate(numbers(6), 2, 'papers/', new Set(['papers/2/', 'papers/a-survey/']));
    expect(pages[0]?.paths).toEqual(['papers/', 'papers/page-2/', 'papers/3/']);
  });

  test('name first, last and near ones, and no gap of one', () => {
    const shown = (page: number, last: number) =>
      paginate(numbers(last), 1, 'papers/')
        [page - 1]?.shown.map((number) => number ?? '…')
        .join(' ');
    expect(shown(1, 17)).toBe('1 2 3 … 17');
    expect(shown(9, 17)).toBe('1 … 7 8 9 10 11 … 17');
    expect(shown(5, 17)).toBe('1 2 3 4 5 6 7 … 17');
    expect(shown(3, 5)).toBe('1 2 3 4 5');
  });

  test('hold every item once and in order, at most as many as asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 300 }), fc.integer({ min: 1, max: 60 }), (items, size) => {
        const pages = paginate(items, size, 'papers/');
        expect(pages.flatMap((page) => page.items)).toEqual(items);
        for (const page of pages) expect(page.items.length).toBeLessThanOrEqual(size);
      }),
    );
  });
});
