import { expect, test } from 'vitest';
import { allDoubts, doubtGroups, doubtIndex } from '../../../../src/catalogue/upkeep/doubts.ts';
import { paginate } from '../../../../src/catalogue/lists/paginate.ts';
import { siteSchema } from '../../../../src/model/site.ts';
import { catalogueOf, entry } from '../papers.ts';

const { papers } = catalogueOf([
  entry({ slug: 'both', title: 'A & B', abstract: 'It ends with \\cite', doubts: ['raw-tex', 'truncated-abstract'] }),
  entry({ slug: 'sound' }),
  entry({ slug: 'tex', doubts: ['raw-tex'] }),
  entry({ slug: 'gone', doubts: ['raw-tex'], withdrawn: { why: 'An error.', when: '2026-03-13' } }),
]);

test('every paper stands under each of its doubts, withdrawn ones under none', () => {
  expect(allDoubts(papers).map(({ doubt, paper }) => `${doubt} ${paper.slug}`)).toEqual([
    'raw-tex both',
    'raw-tex tex',
    'truncated-abstract both',
  ]);
});

test('the index counts over all pages, and leads to where a doubt begins', () => {
  expect(doubtIndex(paginate(allDoubts(papers), 2, 'about/quality/'))).toEqual([
    { doubt: 'raw-tex', papers: 2, path: 'about/quality/#raw-tex' },
    { doubt: 'truncated-abstract', papers: 1, path: 'about/quality/2/#truncated-abstract' },
  ]);
});

test.each([
  { repository: 'https://github.com/a/b', form: 'https://github.com/a/b/issues/new', fields: ['title', 'body'] },
  { repository: 'https://codeberg.org/a/b/', form: 'https://codeberg.org/a/b/issues/new', fields: ['title', 'body'] },
  {
    repository: 'https://gitlab.example.org/a/b',
    form: 'https://gitlab.example.org/a/b/-/issues/new',
    fields: ['issue[title]', 'issue[description]'],
  },
])('a fix is suggested in the form of $repository', ({ repository, form, fields: [title = '', body = ''] }) => {
  const site = siteSchema.parse({ repository, address: 'https://papers.example.org', base: '/c/' });
  const [row] = doubtGroups(allDoubts(papers), site, 'theses')[0]?.rows ?? [];
  const href = new URL(row?.after[0]?.href ?? '');
  expect(href.origin + href.pathname).toBe(form);
  expect(href.searchParams.get(title)).toBe('Fix “A & B”: some TeX stands as it came');
  expect(href.searchParams.get(body)).toContain('Page: https://papers.example.org/c/papers/both/\nFile: theses/papers/both.mdx');
});

test('a file of a content directory that is not in the project is told by its path in that directory', () => {
  const site = siteSchema.parse({ repository: 'https://github.com/a/b' });
  const [row] = doubtGroups(allDoubts(papers), site, undefined)[0]?.rows ?? [];
  expect(new URL(row?.after[0]?.href ?? '').searchParams.get('body')).toContain('File: papers/both.mdx\n');
});

test('without a repository there is nothing to fill in', () => {
  const rows = doubtGroups(allDoubts(papers), siteSchema.parse({}), undefined).flatMap((group) => group.rows);
  expect(rows.flatMap(({ after }) => after)).toEqual([]);
});

test('the words around what was seen are shown, cut at words', () => {
  const long = 'word '.repeat(30);
  const rowOf = (doubt: 'raw-tex' | 'truncated-abstract' | 'near-duplicate', abstract: string) => {
    const [paper] = catalogueOf([entry({ slug: 'a', abstract, doubts: [doubt] })]).papers;
    return doubtGroups(allDoubts(paper ? [paper] : []), siteSchema.parse({}), undefined)[0]?.rows[0];
  };
  expect(rowOf('raw-tex', 'A rate of \\foo{2} is new.')?.why?.pieces[0]?.text).toBe('A rate of \\foo{2} is new.');
  expect(rowOf('raw-tex', `${long}\\foo{2} ${long}`)?.why?.pieces[0]?.text).toMatch(/^…(word )+\\foo\{2\}( word)+…$/);
  expect(rowOf('truncated-abstract', `${long}and ends in the`)?.why?.pieces[0]?.text).toMatch(/^…(word )+and ends in the$/);
  expect(rowOf('near-duplicate', 'One two three.')?.after).toEqual([
    { text: 'Find the other', href: '/search/?q=One+two+three.', unseen: ' like a' },
  ]);
});
