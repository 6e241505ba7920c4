import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';

const dist = mkdtempSync(join(tmpdir(), 'offprint-'));

beforeAll(() => {
  const flags = ['--content', 'tests/fixtures/content/pages-of-all-kinds', '--out', dist];
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts', ...flags], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(dist, { recursive: true }));

const html = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');
/** The part of a page under the heading that says so. */
const section = (page: string, heading: string) =>
  page.split(/<section\b/).find((part) =>
    textOf(part.replace(/<\/h2>.*/s, ''))
      .trim()
      .endsWith(heading),
  ) ?? '';

describe('a paper in another language', () => {
  test('says so where its text stands, and not where the catalogue speaks', () => {
    const page = html('papers/in-french');
    expect(page).toContain('<h1 lang="fr">');
    expect(page).toMatch(/<section class="abstract" lang="fr"><h2 lang="en">Abstract/);
    expect(html('papers')).toContain('<h3 lang="fr">');
  });
});

describe('a tag', () => {
  test('that a person gave is marked as such; one that a person took away is not shown', () => {
    const page = html('papers/in-french');
    expect(textOf(page)).toContain('core method: given by hand');
    expect(page).not.toContain('topics/vision-transformers/');
    expect(textOf(html('topics/transformers'))).toContain('Given by hand.');
    expect(textOf(html('about'))).toContain('People gave 1 of these tags and took away 1.');
  });

  test('of a broader topic is there for the narrower one, and shows its words', () => {
    expect(textOf(html('papers/narrower-and-broader'))).toContain('method: Vision transformers');
    expect(html('topics/transformers')).toContain('Networks that <mark>see with attention</mark>.');
  });
});

describe('the record of a paper', () => {
  test('holds what is known, links that lead to the web, and what is in doubt', () => {
    const page = html('papers/in-french');
    expect(textOf(page)).toContain('Ada Lovelace · TALN · 2020');
    expect(section(page, 'Links in it')).toContain('href="https://example.org/code"');
    expect(page).not.toContain('javascript:');
    const record = section(page, 'Record');
    expect(record).toContain('href="https://example.org/paper"');
    expect(record).not.toContain('Look it up');
    expect(textOf(record)).toContain('the abstract may end too early');
  });

  test('leads to places to look it up where no address is known', () => {
    const record = section(html('papers/narrower-and-broader'), 'Record');
    for (const place of ['arxiv.org/search', 'scholar.google.com/scholar', 'semanticscholar.org/search'])
      expect(record).toContain(place);
  });
});

test('a paper without abstract says so', () => {
  expect(textOf(html('papers/without-abstract'))).toContain(
    'The listing gives no abstract for this paper (list.txt), so it has no topics yet.',
  );
});

describe('a withdrawn paper', () => {
  test('has a page that says why and when, without its text', () => {
    const page = html('papers/withdrawn');
    expect(textOf(page)).toContain('This paper was withdrawn on 2026-03-13. Its authors found an error.');
    expect(page).toContain('<meta name="robots" content="noindex">');
  });

  test('is in no list, no count and no other page', () => {
    const pages = filesIn(dist).filter(
      (file) => file.endsWith('.html') && relative(dist, file) !== join('papers', 'withdrawn', 'index.html'),
    );
    for (const file of pages) expect(readFileSync(file, 'utf8')).not.toContain('papers/withdrawn/');
    for (const file of filesIn(dist)) expect(readFileSync(file, 'utf8')).not.toContain('secret words');
    expect(textOf(html('papers'))).toContain('3 papers');
  });
});

describe('a topic', () => {
  test('is shown with what it means and the topics around it, and only with papers', () => {
    const page = textOf(html('topics/transformers'));
    expect(page).toContain('Networks built of attention layers.');
    expect(page).toContain('CountsAttention layers.');
    expect(page).toContain('Does notRecurrent networks.');
    expect(page).toMatch(/Narrower.*Vision transformers 1/);
    expect(textOf(html('topics/vision-transformers'))).toMatch(/Broader.*Transformers & attention 2/);
    expect(filesIn(dist).some((file) => file.includes('never-used'))).toBe(false);
    expect(textOf(html('topics'))).toContain('2 of 3');
  });
});

describe('the head of a page', () => {
  test('has the whole address of a site that knows its own', () => {
    expect(html('topics/transformers')).toContain(
      '<link rel="canonical" href="https://papers.example.org/catalogue/topics/transformers/">',
    );
    expect(html('')).toContain('<title>Papers &amp; more: 3 research papers by topic</title>');
  });

  test('lets a browser search the catalogue', () => {
    expect(html('')).toContain('href="/catalogue/opensearch.xml"');
    expect(readFileSync(join(dist, 'opensearch.xml'), 'utf8')).toContain(
      'template="https://papers.example.org/catalogue/search/?q={searchTerms}"',
    );
  });
});
