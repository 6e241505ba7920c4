import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';

const { content, dir: dist } = inject('siteOfAllKinds');

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

  test('is in no list, no count and no other page but the record of changes', () => {
    const pages = filesIn(dist).filter(
      (file) => file.endsWith('.html') && relative(dist, file) !== join('papers', 'withdrawn', 'index.html'),
    );
    const naming = pages.filter((file) => readFileSync(file, 'utf8').includes('papers/withdrawn/'));
    // That it was withdrawn is recorded.
    expect(naming.map((file) => relative(dist, file))).toEqual([join('changes', 'index.html')]);
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

describe('an address that a paper no longer has', () => {
  test('leads to the paper that stands for it now, over as many steps as it takes, without script', () => {
    for (const old of ['an-older-name', 'transformers-that-see']) {
      const page = html(`papers/${old}`);
      expect(page).toContain('<meta http-equiv="refresh" content="0;url=/catalogue/papers/narrower-and-broader/">');
      expect(page).toContain('<link rel="canonical" href="https://papers.example.org/catalogue/papers/narrower-and-broader/">');
      expect(page).toContain('<a href="/catalogue/papers/narrower-and-broader/">Vision Transformers</a>');
      expect(page).not.toContain('<script');
    }
    expect(textOf(html('papers/an-older-name'))).toContain('The authors chose another title.');
  });

  test('of a paper that was removed says so, and leads nowhere by itself', () => {
    const page = html('papers/removed');
    expect(page).toContain('A &lt;b&gt;removed&lt;/b&gt; paper');
    expect(textOf(page)).toContain('This paper is no longer in the catalogue.');
    expect(page).not.toContain('http-equiv="refresh"');
    expect(page).toContain('noindex');
  });

  test('is in no list and not in the index', () => {
    for (const page of ['', 'papers', 'titles', 'topics/transformers']) expect(html(page)).not.toContain('an-older-name');
    expect(textOf(html('papers'))).toContain('3 papers');
  });
});

describe('the record of changes', () => {
  test('tells what happened, the last import first', () => {
    const page = textOf(html('changes'));
    const told = ['1 paper withdrawn', '2 papers removed', '1 paper edited', '1 paper retagged', '3 papers added'];
    expect(told.map((each) => page.indexOf(each)).every((at, i, all) => at > (all[i - 1] ?? 0))).toBe(true);
    expect(page).toContain('title and abstract, by hand');
    expect(page).toMatch(/now under.*Transformers & attention.*no longer under never used.*by hand/);
    expect(page).toContain('Withdrawn on 2026-03-13. Its authors found an error.');
    expect(page).toContain('now: Vision Transformers');
  });

  test('is there as JSON, a line of the ledger each, the last import first', () => {
    const { changes } = JSON.parse(readFileSync(join(dist, 'changes.json'), 'utf8')) as { changes: object[] };
    expect(changes).toHaveLength(readFileSync(join(content, 'ledger.jsonl'), 'utf8').trim().split('\n').length);
    expect(changes[0]).toEqual({
      run: 3,
      change: 'withdrawn',
      paper: 'withdrawn',
      title: 'A withdrawn paper',
      url: 'https://papers.example.org/catalogue/papers/withdrawn/',
      by: 'person',
    });
    expect(html('changes')).toContain('href="/catalogue/changes.json"');
  });
});

describe('what is in doubt', () => {
  test('is listed by doubt, each paper with a form that is filled in', () => {
    const page = html('about/quality');
    expect(textOf(section(page, 'Abstract cut off'))).toContain('Une étude des transformeurs');
    const [, href = ''] = /href="(https:[^"]*issues\/new[^"]*)"/.exec(page) ?? [];
    const form = new URL(href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
    expect(form.origin + form.pathname).toBe('https://github.com/example/papers/issues/new');
    expect(form.searchParams.get('title')).toContain('Une étude des transformeurs');
    expect(form.searchParams.get('body')).toContain('https://papers.example.org/catalogue/papers/in-french/');
    expect(form.searchParams.get('body')).toContain('File: tests/fixtures/content/pages-of-all-kinds/papers/in-french.mdx');
  });
});

test('the accuracy of topics is told as it was measured', () => {
  const page = textOf(html('about/topics'));
  expect(page).toContain('Measured on 2026-03-13');
  expect(page).toContain('On 80 papers that nothing was fitted to');
  expect(page).toMatch(/For comparison: TF-IDF and logistic regression\s*0.77\s*0.71\s*0.74/);
  expect(page).toMatch(/Transformers & attention\s*12\s*1.00\s*0.50\s*0.67/);
  expect(textOf(section(html('about/topics'), 'What each part is worth'))).toMatch(/Without aliases\s*0.70\s*0.60\s*0.65/);
});

test('the search page names the build that it searches, by a digest', () => {
  expect(textOf(html('search'))).toMatch(/Searched the titles and abstracts of 3 papers, build [0-9a-f]{10}\./);
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
