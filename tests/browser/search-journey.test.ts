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
  const before = await results(page);
  expect(before.length).toBeGreaterThan(3);
  await page.locator('#results > li').nth(3).locator('h2 a, h3 a').click();
  await page.waitForURL('**/papers/*/');
  await page.goBack();
  expect(await results(page)).toEqual(before);
  expect(await page.locator('input[type="search"]').first().inputValue()).toBe('neural network');
});

test('topics combine with AND and NOT, without a query, and the exact number is said', async ({ open }) => {
  const { topics, not, slugs } = aFilterThatBites(readEntries(rootSite().content).output);
  const page = await open(`search/?${new URLSearchParams([...topics.map((topic) => ['topic', topic]), ['not', not]])}`);
  const found = await results(page);
  expect(found.sort()).toEqual(slugs.sort());
  expect(await page.locator('#result-count').getAttribute('data-total')).toBe(String(slugs.length));
  expect(
    await page
      .locator('[aria-live="polite"]')
      .filter({ has: page.locator('#result-count') })
      .or(page.locator('#result-count[aria-live="polite"]'))
      .count(),
  ).toBeGreaterThan(0);
});

async function results(page: Page): Promise<string[]> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.locator('#results > li').first().waitFor();
  return page.locator('#results > li').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['paper'] ?? ''));
}

/** Two topics and a third to leave out, such that each of the three changes what is found. */
function aFilterThatBites(entries: Entry[]): { topics: [string, string]; not: string; slugs: string[] } {
  const of = new Map<string, Set<string>>();
  for (const entry of entries)
    for (const { slug } of visibleTags(entry.topics)) of.set(slug, (of.get(slug) ?? new Set()).add(entry.slug));
  for (const [a, withA] of of) {
    for (const [b, withB] of of) {
      const both = withA.intersection(withB);
      if (a === b || both.size === withA.size || both.size === withB.size) continue;
      for (const [not, without] of of) {
        const slugs = both.difference(without);
        if (slugs.size > 0 && slugs.size < both.size) return { topics: [a, b], not, slugs: [...slugs] };
      }
    }
  }
  throw new Error('No two topics overlap: the dump or the topics have changed.');
}
