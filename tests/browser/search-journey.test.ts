import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { readEntries } from '../../scripts/content-folder.ts';
import type { Entry } from '../../src/model/paper.ts';
import { visibleTags } from '../../src/model/tag.ts';
import { rootSite, test } from './open.ts';

describe.each(inject('sites'))('the catalogue at $base', (site) => {
  test('leads from the dump to an answer: a title is typed on the home page, and its paper opened', async ({ open }) => {
    const paper = readEntries(rootSite().content).output.sort((a, b) => b.title.length - a.title.length)[0]?.title ?? '';
    const page = await open('', { site });
    await page.locator('input[type="search"]').first().click();
    await page.keyboard.type(paper);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${site.base}search/?q=*`);
    const first = page.locator('#results > li').first().locator('h2 a, h3 a');
    await first.waitFor();
    expect((await first.innerText()).trim()).toBe(paper);
    await first.click();
    await page.waitForURL(`**${site.base}papers/*/`);
    expect((await page.locator('h1').innerText()).trim()).toBe(paper);
  });
});

test('a paper opened from the results leads Back to the same results at the same place', async ({ open }) => {
  const page = await open('search/?q=neural+network');
  const before = await ranked(page);
  expect(before.length).toBeGreaterThan(3);
  await page.locator('#results > li').nth(3).locator('h2 a, h3 a').click();
  await page.waitForURL('**/papers/*/');
  await page.goBack();
  expect(await ranked(page)).toEqual(before);
  expect(await page.locator('input[type="search"]').first().inputValue()).toBe('neural network');
});

test('topics combine with AND and NOT from a topic page on, without a query, and Back undoes each step', async ({ open }) => {
  const { topics, not, slugs, steps } = aFilterThatBites(readEntries(rootSite().content).output);
  const page = await open(`topics/${topics[0]}/`);
  await page.locator(`main a[href$="search/?topic=${topics[0]}"]`).first().click();
  expect(await results(page)).toEqual(steps[0]);
  await page.locator(`[data-topic="${topics[1]}"] a`).first().click();
  await page.waitForURL(`**/search/?topic=${topics[0]}&topic=${topics[1]}`);
  await expect.poll(() => results(page)).toEqual(steps[1]);
  const announced = await page.locator(`[data-topic="${not}"] .count`).innerText();
  await page.locator(`[data-topic="${not}"] a.op`).click();
  await page.waitForURL(`**/search/?topic=${topics[0]}&topic=${topics[1]}&not=${not}`);
  await expect.poll(() => results(page)).toEqual(slugs);
  // The count beside a topic was the number of papers that it then took away.
  expect(Number(announced)).toBe((steps[1]?.length ?? 0) - slugs.length);
  const count = page.locator('#result-count');
  expect(await count.getAttribute('data-total')).toBe(String(slugs.length));
  expect(await page.locator('[aria-live="polite"]').filter({ has: count }).count()).toBe(1);
  await page.goBack();
  await expect.poll(() => results(page)).toEqual(steps[1]);
  await page.goBack();
  await expect.poll(() => results(page)).toEqual(steps[0]);
});

/** What was found, in alphabetical order. */
async function results(page: Page): Promise<string[]> {
  return (await ranked(page)).sort();
}

async function ranked(page: Page): Promise<string[]> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.locator('#results > li').first().waitFor();
  return page.locator('#results > li').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['paper'] ?? ''));
}

interface Filter {
  topics: [string, string];
  not: string;
  /** Papers with both topics and without the third, by slug. */
  slugs: string[];
  /** Papers after the first topic, and after the second. */
  steps: string[][];
}

/** Two topics and a third to leave out, such that each of the three changes what is found, and at most a page is found. */
function aFilterThatBites(entries: Entry[]): Filter {
  const of = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const { slug } of visibleTags(entry.topics)) of.set(slug, (of.get(slug) ?? new Set()).add(entry.slug));
  const sorted = (papers: Set<string>) => [...papers].sort();
  for (const [a, withA] of of) {
    if (withA.size > 20) continue;
    for (const [b, withB] of of) {
      const both = withA.intersection(withB);
      if (a === b || both.size === withA.size) continue;
      for (const [not, without] of of) {
        const left = both.difference(without);
        if (left.size > 0 && left.size < both.size)
          return { topics: [a, b], not, slugs: sorted(left), steps: [sorted(withA), sorted(both)] };
      }
    }
  }
  throw new Error('No two topics overlap: the dump or the topics have changed.');
}
