import { expect, test } from 'vitest';
import type { Answer } from '../../../src/search/engine.ts';
import { inBrief, inPapers, partialHeading, titleOf } from '../../../src/search/notes.ts';
import { readState } from '../../../src/search/url-state.ts';

const nothing: Answer = { total: 0, corrected: 0, partial: 0, asked: [], meant: [], hits: [] };
const meant = [{ word: 'grph', meant: 'graph', papers: 12 }];

test.each([
  [0, '0 papers'],
  [1, '1 paper'],
  [1087, '1,087 papers'],
])('%i papers are counted as %s', (papers, words) => expect(inPapers(papers)).toBe(words));

test.each([
  ['what has all that was asked', { total: 3 }, '3 papers'],
  ['that others have some of it', { total: 1, partial: 2 }, '1 paper; 2 papers with some of it'],
  ['in which spelling the others have it', { corrected: 12, meant }, '0 papers; 12 papers with “graph”'],
])('those who hear the page are told %s', (_, answer, words) => expect(inBrief({ ...nothing, ...answer })).toBe(words));

test('the heading over the rest says how it differs from what stands above, if anything does', () => {
  expect(partialHeading({ ...nothing, total: 2, partial: 5, asked: ['low', 'rank'] })).toBe('5 more with some of it');
  expect(partialHeading({ ...nothing, partial: 1, asked: ['low', 'rank'] })).toBe('1 paper with some of it');
  expect(partialHeading({ ...nothing, partial: 4, asked: ['mamba'] })).toBe('4 papers on what it means');
});

test('the title names what is asked, topics by their labels, and not all of a pasted abstract', () => {
  const labels = new Map([['surveys', { label: 'Surveys & reviews', facet: 'contribution' }]]);
  const title = (address: string) => titleOf(readState(address), labels, 'Search · Offprint');
  expect(title('')).toBe('Search · Offprint');
  expect(title('?q=low+rank&topic=unknown&not=surveys')).toBe('low rank, unknown, not Surveys & reviews · Search · Offprint');
  expect(title(`?q=${'😀'.repeat(500)}`)).toBe(`${'😀'.repeat(60)}… · Search · Offprint`);
});
