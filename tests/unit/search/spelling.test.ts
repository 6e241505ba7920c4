import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completions, corrections, halves, listOf, readWordCounts } from '../../../src/search/spelling.ts';
import { RUNS } from '../runs.ts';

const known = readWordCounts('network 90\nnetworks 200\nreinforcement 40\npruning 30\npoint 20\ncloud 9\npoints 4\nno 100\n');

describe('corrections', () => {
  test.each([
    ['a letter left out', 'reinforcment', ['reinforcement']],
    ['two letters swapped', 'pruinng', ['pruning']],
    ['two mistakes in a long word', 'renforcemnt', ['reinforcement']],
    ['the nearest first, then what most papers have', 'netwrok', ['network']],
    ['nothing for a short word: too much is near it', 'nop', []],
    ['nothing that is further off', 'transformer', []],
  ])('%s', (_, word, meant) => expect(corrections(word, known)).toEqual(meant));

  test('a word is never its own correction, and none is further off than was allowed', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(letters, fc.array(letters), (word, words) => {
        for (const other of corrections(word, new Map(words.map((each) => [each, 1])))) {
          expect(other).not.toBe(word);
          expect(Math.abs(other.length - word.length)).toBeLessThanOrEqual(2);
        }
      }),
      RUNS,
    );
  });
});

test('a word still being typed is completed by what most papers have', () => {
  expect(completions('netw', known)).toEqual(['networks', 'network']);
});

test('a solid word is cut where its first part is known', () => {
  expect(halves('pointcloud', known)).toEqual([['point', 'cloud']]);
});

describe('listOf', () => {
  test.each([
    ['network', 'n'],
    ['élan', 'e'],
    ['8bit', '0'],
    ['深層', '0'],
    ['', '0'],
  ])('%s is in the list %s', (word, list) => expect(listOf(word)).toBe(list));
});
