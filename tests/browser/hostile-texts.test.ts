import { relative } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { readEntries } from '../../scripts/content-folder.ts';
import { filesIn } from '../../scripts/digest.ts';
import { test } from './open.ts';

const site = inject('hostileSite');
const entries = readEntries(site.content).output;
/** Where a paper's page may lead, besides its own site: the three places that look its title up. */
const LOOKS_UP = ['arxiv.org', 'scholar.google.com', 'www.semanticscholar.org'];

/** Where an endless word shows first. */
const SMALL_PHONE = { width: 320, height: 800 };

test('every hostile title and abstract is shown as the text that it is, and nothing of it runs', async ({ open }) => {
  const page = await open('', { site, viewport: SMALL_PHONE });
  expect(entries.length).toBeGreaterThan(20);
  for (const { slug, title, abstract } of entries) {
    await page.goto(new URL(`papers/${slug}/`, page.url().replace(/papers\/.*$/, '')).href);
    expect(tidy(await page.locator('h1').innerText())).toBe(tidy(title));
    expect(tidy(await page.title())).toContain(tidy(title));
    const shown = await page.locator('.abstract p').allTextContents();
    expect(tidy(shown.join(' '))).toBe(tidy(abstract));
    const described = (await page.locator('meta[name="description"]').getAttribute('content')) ?? '';
    expect(tidy(abstract).startsWith(tidy(described).replace(/\s?…$/, '')), described).toBe(true);
    await expectHarmless(page);
  }
});

test('lists and search results show hostile titles, and the search finds every one of them', async ({ open }) => {
  const page = await open('search/?q=hostile', { site, viewport: SMALL_PHONE });
  await page.locator('#results > li').first().waitFor();
  while ((await page.getByRole('button', { name: /more/ }).count()) > 0) {
    const before = await page.locator('#results > li').count();
    await page.getByRole('button', { name: /more/ }).click();
    await page.locator('#results > li').nth(before).waitFor();
  }
  const titles = (await page.locator('#results > li').locator('h2 a, h3 a').allInnerTexts()).map(tidy);
  expect(titles.sort()).toEqual(entries.map(({ title }) => tidy(title)).sort());
  await expectHarmless(page);

  await page.goto(page.url().replace(/search\/.*$/, 'papers/'));
  const listed = tidy(await page.locator('main').innerText());
  for (const { title } of entries) expect(listed).toContain(tidy(title));
  await expectHarmless(page);
});

test('no other page is harmed by them: home, lists, topics, changes, doubts', async ({ open }) => {
  const page = await open('', { site });
  const others = filesIn(site.dir)
    .map((file) => relative(site.dir, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html') && !/^papers\/[^/]+\//.test(file));
  expect(others.length).toBeGreaterThan(8);
  for (const file of others) {
    await page.goto(new URL(file.replace(/index\.html$/, ''), new URL(page.url()).origin).href);
    await expectHarmless(page);
  }
});

/** White space made single; Pagefind drops the signs without width, which nobody sees. */
const tidy = (text: string) => text.replaceAll(/[\u200B\s]+/g, ' ').trim();

async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: Reflect.get(window, 'ran') as unknown,
    elements: document.querySelectorAll('main :is(img, iframe, object, embed, base, meta, b > script), svg script').length,
    handlers: [...document.querySelectorAll('*')].flatMap((each) => [...each.attributes].filter(({ name }) => /^on/i.test(name)))
      .length,
    schemes: [...document.querySelectorAll('a')]
      .map((link) => link.protocol)
      .filter((scheme) => scheme !== 'http:' && scheme !== 'https:'),
    hosts: [...document.querySelectorAll('a')].map((link) => link.hostname).filter((host) => host !== location.hostname),
    json: [...document.querySelectorAll('script[type$="json"]')].map((script) => script.textContent),
    wide: document.documentElement.scrollWidth > innerWidth,
  }));
  const { hosts, json, ...harm } = found;
  expect(harm).toEqual({ ran: undefined, elements: 0, handlers: 0, schemes: [], wide: false });
  // evil.example stands in the text as an address, and an address in an abstract may be a link: never a request.
  expect([...new Set(hosts)].filter((host) => !LOOKS_UP.includes(host) && host !== 'evil.example')).toEqual([]);
  for (const block of json) expect(() => JSON.parse(block) as unknown).not.toThrow();
}
