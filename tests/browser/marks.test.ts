import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readEntries } from '../../scripts/content-folder.ts';
import { rootSite, test } from './open.ts';

/** A paper whose first topic has words in title and abstract both. */
function paperWithMarks(): string {
  const found = readEntries(rootSite().content).output.find(({ title, abstract, topics }) => {
    const words = topics[0]?.evidence ?? [];
    return words.some((each) => title.includes(each)) && words.some((each) => abstract.includes(each));
  });
  return found?.slug ?? '';
}

/** How many pieces of text that carry a topic's number are lit. */
async function lit(page: Page, n: string): Promise<number> {
  return page
    .locator(`[data-n~="${n}"]`)
    .evaluateAll((items) => items.filter((item) => getComputedStyle(item).backgroundColor !== 'rgba(0, 0, 0, 0)').length);
}

test('a topic and its words light up together, from either end, by pointer and by keyboard', async ({ open }) => {
  const page = await open(`papers/${paperWithMarks()}/`);
  const all = await page.locator('[data-n~="1"]').count();
  expect(all).toBeGreaterThan(2);
  expect(await lit(page, '1')).toBe(0);
  await page.locator('#t1 .tag').hover();
  expect(await lit(page, '1')).toBe(all);
  await page.mouse.move(0, 0);
  await page.locator('.abstract [data-n~="1"]').first().focus();
  expect(await lit(page, '1')).toBe(all);
});

test('words lead to their topic, and its quotation back to the words', async ({ open }) => {
  const page = await open(`papers/${paperWithMarks()}/`);
  const words = page.locator('.abstract a.ev[data-n="1"]').first();
  const id = await words.getAttribute('id');
  await words.click();
  await page.waitForURL('**#t1');
  await page.locator(`#t1 a[href="#${id}"]`).click();
  await page.waitForURL(`**#${id}`);
});

test('every quotation leads to words that stand in the text as quoted', async ({ open }) => {
  const page = await open(`papers/${paperWithMarks()}/`);
  const quotes = await page
    .locator('.words a[href^="#w"]')
    .evaluateAll((links) =>
      links.map((link) => [link.textContent, document.querySelector(link.getAttribute('href') ?? '')?.textContent]),
    );
  expect(quotes.length).toBeGreaterThan(0);
  for (const [quote, words] of quotes) expect(quote).toBe(`“${words}”`);
});
