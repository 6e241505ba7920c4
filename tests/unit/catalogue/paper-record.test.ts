import { expect, test } from 'vitest';
import { recordOf } from '../../../src/catalogue/paper-record.ts';
import type { Entry } from '../../../src/model/paper.ts';
import { catalogueOf, entry } from './papers.ts';

function lines(given: Partial<Entry>): string[] {
  const [paper] = catalogueOf([entry({ slug: 'a', title: 'Deep "Nets" & more', ...given })]).papers;
  return paper
    ? recordOf(paper).map(
        ({ term, values }) => `${term}: ${values.map(({ text, href }) => (href ? `${text}<${href}>` : text)).join('')}`,
      )
    : [];
}

test('a paper without an address can be looked up by its title', () => {
  expect(lines({})).toEqual([
    'Look it up: arXiv<https://arxiv.org/search/?query=%22Deep+Nets+%26+more%22&searchtype=title>, ' +
      'Google Scholar<https://scholar.google.com/scholar?q=%22Deep+Nets+%26+more%22>, ' +
      'Semantic Scholar<https://www.semanticscholar.org/search?q=Deep+%22Nets%22+%26+more>',
  ]);
});

test('a paper with addresses is linked to each of them once', () => {
  expect(
    lines({ url: 'https://arxiv.org/abs/2310.01234', pdf: 'https://a.org/x.pdf', ids: { arxiv: '2310.01234', doi: '10.1/x y' } }),
  ).toEqual([
    'Read it: arxiv.org/abs/2310.01234<https://arxiv.org/abs/2310.01234>, PDF<https://a.org/x.pdf>, doi:10.1/x y<https://doi.org/10.1/x%20y>',
  ]);
});

test('an address that leads to no page is no link', () => {
  expect(lines({ url: 'javascript:alert(1)' })[0]).toMatch(/^Look it up: /);
});

test('where it came from is said once, and what is doubted in words', () => {
  const sources = [
    { dump: 'a.txt', hash: '1', listed: 'Mar 13' },
    { dump: 'a.txt', hash: '2', listed: 'Mar 13' },
  ];
  expect(lines({ url: 'https://a.org', sources, doubts: ['truncated-abstract'] })).toEqual([
    'Listed: Mar 13',
    'From: a.txt',
    'Read it: a.org<https://a.org>',
    'In doubt: the abstract may end too early',
    'Text: sha256 1, sha256 2',
  ]);
});
