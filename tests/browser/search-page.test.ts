import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { readEntries } from '../../scripts/content-folder.ts';
import { answered, ask, ranked, total } from './answers.ts';
import { rootSite, test } from './open.ts';

const HOSTILE_QUERIES = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '"',
  '“low rank',
  '""',
  '-',
  'title:',
  'topic:',
  '-topic:"',
  '%E0%A4%A',
  '__proto__ constructor',
  '🤖',
  '👩‍🔬 e\u0301\u200d',
  '深層学習',
  'שלום עולם',
  '\u202Eرمل',
  '\uD800',
  'a'.repeat(10_000),
  'low-rank '.repeat(1_111),
  '"neural network" -'.repeat(555),
];

const papers = () => readEntries(rootSite().content).output;

describe('the results', () => {
  test('come while typing: title and excerpt with the words marked, topics, an exact total in a polite region', async ({
    open,
  }) => {
    const page = await open('search/');
    await page.locator('#q').pressSequentially('transformer');
    await expect.poll(() => page.locator('#results > li').first().locator('h3 mark').count()).toBeGreaterThan(0);
    const found = await ranked(page);
    expect(found.length).toBeGreaterThan(3);
    const first = page.locator('#results > li').first();
    for (const mark of await first.locator('mark').allInnerTexts()) expect(mark).toMatch(/^transformer/i);
    expect(await first.locator('> p mark').count()).toBeGreaterThan(0);
    expect(await first.locator('.tags a[href*="/topics/"]').count()).toBeGreaterThan(0);
    const count = page.locator('#result-count');
    expect(await count.innerText()).toBe(`${await total(page)} papers`);
    expect(await page.locator('[aria-live="polite"]').filter({ has: count }).count()).toBe(1);
    expect(await page.locator('#results > li[data-match="full"]').count()).toBe(await total(page));
  });

  test('are all there without a query, twenty at once, the rest by one control, each paper once, in listing order', async ({
    open,
  }) => {
    const page = await open('search/');
    expect(await total(page)).toBe(papers().length);
    expect((await ranked(page)).length).toBe(20);
    await openAll(page);
    const all = await ranked(page);
    expect([...all].sort()).toEqual(
      papers()
        .map(({ slug }) => slug)
        .sort(),
    );
    const numbers = await page.locator('#results > li > .no').allInnerTexts();
    expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)));
    expect(await page.locator('#more').count()).toBe(0);
  });

  test('come in the same order each time', async ({ open }) => {
    const [one, other] = [await open('search/?q=neural+network'), await open('search/?q=neural+network')];
    await openAll(one);
    await openAll(other);
    expect(await ranked(one)).toEqual(await ranked(other));
  });

  test('put papers with some of the words under a heading of their own, after a sentence that says why', async ({ open }) => {
    const [one, other] = ['mamba', 'pruning'];
    const texts = papers().map(({ title, abstract }) => `${title} ${abstract}`.toLowerCase());
    expect(texts.some((text) => text.includes(one) && text.includes(other))).toBe(false);
    const page = await open(`search/?${new URLSearchParams({ q: `${one} ${other}` })}`);
    expect(await total(page)).toBe(0);
    const matches = await page
      .locator('#results > li')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-match')));
    expect(new Set(matches)).toEqual(new Set(['partial']));
    expect(await page.locator('#notes').innerText()).toContain(`No paper has both “${one}” and “${other}”`);
    const heading = page.locator('#results > li').first().getByRole('heading', { level: 3 }).first();
    expect(await heading.innerText()).toMatch(/^\d+ papers? with some of it$/);
    expect(await page.locator('#result-words').innerText()).toMatch(/^0 papers; \d+ papers? with some of it$/);
  });

  test('say aloud which spelling they have, and offer it: never a silent replacement', async ({ open }) => {
    const page = await open('search/?q=tranformer');
    await answered(page);
    expect(await total(page)).toBe(0);
    expect(await page.locator('#results > li:not([data-match="corrected"])').count()).toBe(0);
    expect(await page.locator('#notes').innerText()).toMatch(
      /Nothing has “tranformer”\. Did you mean transformer, in \d+ papers\?/,
    );
    expect(await page.locator('#q').inputValue()).toBe('tranformer');
    await page.locator('#notes a').click();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('transformer');
    expect(await total(page)).toBeGreaterThan(0);
    expect(await page.locator('#notes').innerText()).toBe('');
    expect(await page.locator('#q').inputValue()).toBe('transformer');
  });

  test('of what no paper has are none, with ways on', async ({ open }) => {
    const page = await open('search/?q=zzzqqqxx&topic=transformers&not=surveys');
    expect(await ranked(page)).toEqual([]);
    expect(await total(page)).toBe(0);
    expect(await page.locator('#tools').isVisible()).toBe(false);
    expect(await page.locator('#notes').innerText()).toMatch(
      /^No paper has “zzzqqqxx” and the topic .* without the topic .*\. Take away/,
    );
    await page.locator('#notes a', { hasText: 'the word' }).click();
    await expect.poll(() => total(page)).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toBe('?topic=transformers&not=surveys');
  });

  test('of one paper are counted as one', async ({ open }) => {
    const [{ title, slug } = { title: '', slug: '' }] = papers();
    const page = await open(`search/?${new URLSearchParams({ q: `title:"${title.replace(/["“”]/g, '')}"` })}`);
    expect(await ranked(page)).toEqual([slug]);
    expect(await page.locator('#result-count').innerText()).toBe('1 paper');
  });
});

describe('the language of queries', () => {
  test('knows quoted words inside a longer query, words that must not be there, and titles', async ({ open }) => {
    const page = await open('search/');
    const has = (pattern: RegExp) => papers().filter(({ title, abstract }) => pattern.test(`${title}\n${abstract}`)).length;
    await ask(page, '"neural architecture search"');
    const phrase = await total(page);
    expect(phrase).toBe(has(/neural architecture search/i));
    await ask(page, 'transformers "neural architecture search"');
    expect(await total(page)).toBeGreaterThan(0);
    expect(await total(page)).toBeLessThan(phrase);
    await ask(page, '"neural architecture search" -transformers');
    expect(await total(page)).toBeLessThan(phrase);
    await ask(page, 'title:survey');
    expect(await total(page)).toBe(papers().filter(({ title }) => /\bsurvey/i.test(title)).length);
  });

  test('knows topics by their slugs and by words of them; an unknown topic is words', async ({ open }) => {
    const page = await open('search/?topic=network-pruning');
    const members = await ranked(page);
    expect(members.length).toBeGreaterThan(1);
    for (const query of ['topic:network-pruning', 'topic:pruning', 'topic:"network pruning"']) {
      await page.goto(page.url().replace(/\?.*$/, `?${new URLSearchParams({ q: query })}`));
      expect(await ranked(page), query).toEqual(members);
    }
    await ask(page, 'topic:hypernetworks');
    const asTopic = await ranked(page);
    await ask(page, 'hypernetworks');
    expect(asTopic).toEqual(await ranked(page));
    await ask(page, '-topic:pruning');
    expect(await total(page)).toBe(papers().length - members.length);
  });

  test('answers hostile and endless queries calmly, as text and not as markup', async ({ open }) => {
    const page = await open('search/', { viewport: { width: 320, height: 800 } });
    await answered(page);
    const elements = () => page.locator('main :is(img, script, iframe, svg, object)').count();
    const own = await elements();
    for (const query of HOSTILE_QUERIES) {
      await ask(page, query);
      expect(await elements(), query).toBe(own);
      expect(await page.locator('[role="alert"]').count(), query).toBe(0);
      const said = await page.locator('#notes').innerText();
      expect(said, query).not.toMatch(/No paper (has )?\.|undefined|NaN/);
      expect(said.length, query).toBeLessThan(700);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), query).toBe(true);
      const shown = await page.locator('#results > li').count();
      expect(shown, query).toBe(Math.min(20, Number(await page.locator('#results').getAttribute('data-all'))));
    }
  });

  test('pretends nothing for signs that no paper has', async ({ open }) => {
    const page = await open('search/?q=🤖');
    expect(await total(page)).toBe(0);
    expect(await page.locator('#notes').innerText()).toContain('No paper answers “🤖”.');
  });
});

async function openAll(page: Page): Promise<void> {
  await answered(page);
  while ((await page.locator('#more').count()) > 0) {
    const before = await page.locator('#results > li').count();
    await page.locator('#more').click();
    await page.locator('#results > li').nth(before).waitFor();
  }
}
