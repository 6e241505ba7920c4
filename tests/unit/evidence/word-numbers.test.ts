import { expect, test } from 'vitest';
import { readText } from '../../../src/pipeline/evidence/text.ts';
import { numberWords, WordNumbers } from '../../../src/pipeline/evidence/word-numbers.ts';

function numbersOf(title: string, ...known: string[]) {
  const numbers = new WordNumbers();
  for (const stem of known) numbers.add(stem);
  const { stems, terms } = numberWords(readText(title, ''), numbers);
  return { stems: [...stems], terms: [...terms] };
}

test('a word has the number of its stem, and one that is not known has one above all others, the same wherever it stands', () => {
  expect(numbersOf('Graphs of a graph of moss', 'tree', 'graph').stems).toEqual([1, 2, 3, 1, 2, 4]);
});

test('any number is one word as part of a term, and stays itself as part of a phrase', () => {
  const { stems, terms } = numbersOf('Level 2 of 3', '2', '#');
  expect(terms[1]).toBe(1);
  expect(terms[3]).toBe(1);
  expect(stems[1]).toBe(0);
  expect(stems[3]).not.toBe(stems[1]);
});
