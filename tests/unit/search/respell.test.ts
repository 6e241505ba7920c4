import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { respell } from '../../../src/search/respell.ts';
import { RUNS } from '../runs.ts';

const graph = { word: 'grph', meant: 'graph' };

describe('respell', () => {
  test('changes the word and keeps the rest as it was typed', () => {
    expect(respell('Grph “Neural nets” -survey', [graph])).toBe('graph “Neural nets” -survey');
  });

  test('changes whole words only, each of those that were meant otherwise', () => {
    expect(respell('reformer former grph', [{ word: 'former', meant: 'farmer' }, graph])).toBe('reformer farmer graph');
  });

  test('finds a word whose letters were typed with marks of their own', () => {
    expect(respell('nai\u0308v', [{ word: 'naïv', meant: 'naïve' }])).toBe('naïve');
  });

  test('never throws, and leaves a query without such a word alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1 }), (query, word) => {
        const given = query.normalize('NFC');
        const changed = respell(query, [{ word, meant: 'x' }]);
        if (!given.toLowerCase().includes(word.toLowerCase()) && !given.includes(word)) expect(changed).toBe(given);
      }),
      RUNS,
    );
  });
});
