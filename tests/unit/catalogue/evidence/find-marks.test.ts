import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMarks, numberEvidence } from '../../../../src/catalogue/evidence/find-marks.ts';

/** The text with each mark in brackets, its numbers after it. */
function marked(text: string, evidence: [number, string][]): string {
  const marks = findMarks(
    text,
    evidence.map(([n, words]) => ({ n, words })),
  );
  return marks.reduceRight(
    (rest, { start, end, n }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${n.join(',')}${rest.slice(end)}`,
    text,
  );
}

describe('marks', () => {
  test('stand on the first place of the words', () => {
    expect(marked('deep nets, deep nets', [[1, 'deep nets']])).toBe('[deep nets]1, deep nets');
  });

  test('stand on whole words only', () => {
    expect(marked('wider is not wide', [[1, 'wide']])).toBe('wider is not [wide]1');
    expect(marked('the élan of lan', [[1, 'lan']])).toBe('the élan of [lan]1');
    expect(
      marked('GPT-4 and (LSTM)', [
        [1, 'GPT'],
        [2, 'LSTM'],
      ]),
    ).toBe('[GPT]1-4 and ([LSTM]2)');
    expect(marked('C++ or C', [[1, 'C++']])).toBe('[C++]1 or C');
  });

  test('of two topics on the same words carry both numbers', () => {
    expect(
      marked('wide transformers', [
        [2, 'wide transformers'],
        [1, 'wide transformers'],
      ]),
    ).toBe('[wide transformers]1,2');
    expect(
      marked('wide transformers', [
        [1, 'wide transformers'],
        [2, 'transformers'],
      ]),
    ).toBe('[wide transformers]1,2');
  });

  test('that share letters become one', () => {
    expect(
      marked('deep reinforcement learning', [
        [1, 'deep reinforcement'],
        [2, 'reinforcement learning'],
      ]),
    ).toBe('[deep reinforcement learning]1,2');
  });

  test('are not made of what is not there', () => {
    expect(
      marked('something else', [
        [1, 'deep nets'],
        [2, ''],
      ]),
    ).toBe('something else');
  });

  test('never overlap, stand in order, and hold the words of every topic that has a place', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', 'é'), maxLength: 24 });
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 5 }), (text, words) => {
        const marks = findMarks(
          text,
          words.map((each, n) => ({ n, words: each })),
        );
        for (const [i, mark] of marks.entries()) {
          expect(mark.start).toBeGreaterThanOrEqual(marks[i - 1]?.end ?? 0);
          expect(mark.end).toBeGreaterThan(mark.start);
          for (const n of mark.n) expect(text.slice(mark.start, mark.end)).toContain(words[n]);
        }
      }),
    );
  });
});

test('topics past the twelfth are not tied to their words', () => {
  const tags = Array.from({ length: 14 }, (_, index) => ({ n: index + 1, evidence: ['x'] }));
  expect(numberEvidence(tags).map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
