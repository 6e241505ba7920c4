import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../../src/search/excerpt.ts';
import { RUNS } from '../runs.ts';

const text = (
  'A Title Here We begin with a sentence about nothing much at all. Then pruning makes networks small and pruning makes them fast. ' +
  'In the end, e.g. After all, some further words follow that say little and go on without any end to it in sight of man'
).split(' ');
const shown = (places: number[], length: number) => {
  const { start, end } = excerptOf(text, places, 3, length);
  return text.slice(start, end).join(' ');
};
const places = (word: string) => text.flatMap((each, at) => (each === word ? [at] : []));

describe('an excerpt', () => {
  test('begins with the sentence in which most matches stand, and ends with one', () =>
    expect(shown(places('pruning'), 14)).toBe('Then pruning makes networks small and pruning makes them fast.'));

  test('of a text without a match is its beginning, past the title', () =>
    expect(shown([], 12)).toBe('We begin with a sentence about nothing much at all.'));

  test('of a sentence too long has some words before the match, and fills the room', () =>
    expect(shown(places('sight'), 12)).toBe('and go on without any end to it in sight of man'));

  test('does not take “e.g.” for the end of a sentence', () =>
    expect(shown(places('further'), 12)).toMatch(/^In the end, e\.g\. After/));

  test('shows a match where there is one past the title, never more than there is room for', () => {
    const word = fc.constantFrom('one', 'two.', 'Three', '(four)', 'e.g.', 'Five!', '');
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.uniqueArray(fc.nat(70), { maxLength: 8 }),
        fc.nat(10),
        fc.integer({ min: 1, max: 40 }),
        (words, some, from, length) => {
          const rising = some.sort((a, b) => a - b);
          const { start, end } = excerptOf(words, rising, from, length);
          expect(end - start).toBeLessThanOrEqual(length);
          if (from < words.length) expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeLessThanOrEqual(Math.max(words.length, from));
          const matches = rising.filter((place) => place >= from && place < words.length);
          if (matches.length > 0) expect(matches.some((place) => place >= start && place < end)).toBe(true);
          else if (from < words.length) expect(start).toBe(from);
        },
      ),
      RUNS,
    );
  });
});
