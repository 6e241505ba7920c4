import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { answered, ask, ranked, total } from './answers.ts';
import { layoutShift, test } from './open.ts';

const query = (page: Page) => new URL(page.url()).search;
const historyLength = (page: Page) => page.evaluate(() => history.length);

describe('the topics beside the results', () => {
  test('show only those with papers, each with as many as it would leave, by AND and by NOT', async ({ open }) => {
    const page = await open('search/?q=transformers');
    const before = await total(page);
    const rows = page.locator('[data-topic]').filter({ visible: true });
    const counts = await rows.locator('.count').allInnerTexts();
    expect(counts.length).toBeGreaterThan(3);
    expect(counts.filter((count) => !(Number(count) >= 1 && Number(count) <= before))).toEqual([]);
    for (const group of await page.locator('.groups section').filter({ visible: true }).all()) {
      const numbers = (await group.locator('.count').filter({ visible: true }).allInnerTexts()).map(Number);
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    }
    const biting = counts.findIndex((count) => Number(count) < before);
    const row = rows.nth(biting);
    const topic = await row.getAttribute('data-topic');
    const kept = Number(counts[biting]);
    await row.locator('a.op').click();
    await expect.poll(() => query(page)).toBe(`?q=transformers&not=${topic}`);
    expect(await total(page)).toBe(before - kept);
    const same = page.locator(`[data-topic="${topic}"]`);
    expect(await same.getAttribute('class')).toBe('off');
    expect(await same.locator('.count').innerText()).toBe(String(kept));
    await same.locator('a').click();
    await expect.poll(() => query(page)).toBe('?q=transformers');
    expect(await total(page)).toBe(before);
    await same.locator('a').first().click();
    await expect.poll(() => query(page)).toBe(`?q=transformers&topic=${topic}`);
    expect(await total(page)).toBe(kept);
    expect(await same.locator('a').first().getAttribute('aria-current')).toBe('true');
  });

  test.for(inject('sites'))('stand as chips that can be removed one by one or all at once, at $base', async (site, { open }) => {
    const page = await open('search/?q=learning&topic=transformers&not=surveys&topic=attention-mechanisms', { site });
    await answered(page);
    const chips = page.locator('#chips li');
    expect((await chips.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^and Transformers/),
      expect.stringMatching(/^and Attention mechanisms/),
      expect.stringMatching(/^not Surveys/),
      'Clear all',
    ]);
    await page.getByRole('link', { name: 'Remove: and Transformers' }).click();
    await expect.poll(() => query(page)).toBe('?q=learning&topic=attention-mechanisms&not=surveys');
    await page.getByRole('link', { name: 'Clear both' }).click();
    await expect.poll(() => query(page)).toBe('?q=learning');
    await answered(page);
    expect(await page.locator('#chips').isVisible()).toBe(false);
    expect(new URL(page.url()).pathname).toBe(`${site.base}search/`);
  });

  test('never leave a reader with a keyboard without a place to go on from', async ({ open }) => {
    const page = await open('search/?topic=transformers');
    await answered(page);
    await page.locator('[data-topic="surveys"] a.op').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page)).toBe('?topic=transformers&not=surveys');
    await answered(page);
    expect(await page.locator(':focus').innerText()).toContain('Surveys');
    await page.getByRole('link', { name: 'Remove: not Surveys' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page)).toBe('?topic=transformers');
    await answered(page);
    expect(await page.locator(':focus').getAttribute('id')).toBe('found');
  });
});

test('a reader with a keyboard comes from the field to the results past the topics', async ({ open }) => {
  const page = await open('search/?q=transformers');
  const found = await ranked(page);
  await page.locator('#q').focus();
  for (const name of ['Search', 'How to search', 'Skip to the results']) {
    await page.keyboard.press('Tab');
    expect((await page.locator(':focus').innerText()).trim()).toBe(name);
  }
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').getAttribute('id')).toBe('found');
  for (const name of ['title', 'Copy link']) {
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe(name);
  }
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').getAttribute('href')).toContain(`papers/${found[0]}/`);
});

describe('the history', () => {
  test('has one step for a burst of typing, and Back and Forward show what each step asked', async ({ open }) => {
    const page = await open('search/');
    const all = await ranked(page);
    const steps = await historyLength(page);
    await page.locator('#q').pressSequentially('transformers', { delay: 20 });
    await answered(page);
    const typed = await ranked(page);
    expect(await historyLength(page)).toBe(steps + 1);
    await page.keyboard.press('Enter');
    expect(await historyLength(page)).toBe(steps + 1);
    await page.locator('#tools a', { hasText: 'title' }).click();
    await expect.poll(() => query(page)).toBe('?q=transformers&sort=title');
    const sorted = await ranked(page);
    await page.goBack();
    await expect.poll(() => ranked(page)).toEqual(typed);
    await page.goBack();
    await expect.poll(() => ranked(page)).toEqual(all);
    expect(await page.locator('#q').inputValue()).toBe('');
    expect(query(page)).toBe('');
    await page.goForward();
    await expect.poll(() => ranked(page)).toEqual(typed);
    expect(await page.locator('#q').inputValue()).toBe('transformers');
    await page.goForward();
    await expect.poll(() => ranked(page)).toEqual(sorted);
  });

  test('names each state in the title', async ({ open }) => {
    const page = await open('search/');
    await answered(page);
    const title = await page.title();
    await ask(page, 'low rank');
    expect(await page.title()).toBe(`low rank · ${title}`);
    await page.goto(page.url().replace(/\?.*$/, '?topic=transformers&not=surveys'));
    await answered(page);
    expect(await page.title()).toBe(`Transformers, not Surveys & reviews · ${title}`);
  });

  test('a reader who comes Back from a paper finds as many results, at the same place', async ({ open }) => {
    const page = await open('search/', { viewport: { width: 1000, height: 700 } });
    await answered(page);
    await page.locator('#more').click();
    const results = page.locator('#results > li');
    await results.nth(30).waitFor();
    const before = await results.count();
    await results.nth(30).scrollIntoViewIfNeeded();
    const topPx = await page.evaluate(() => scrollY);
    expect(topPx).toBeGreaterThan(1000);
    await results.nth(30).locator('h3 a').click();
    await page.waitForURL('**/papers/*/');
    await page.goBack();
    await answered(page);
    expect(await results.count()).toBe(before);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(topPx, -2);
  });
});

test('results are sorted by title and, where papers have years, by year, and the address says so', async ({ open }) => {
  const page = await open('search/?q=learning&sort=title');
  const titles = await titlesOf(page);
  const letters = (title: string) => title.replace(/^[^\p{L}\p{N}]+/u, '');
  expect(titles.length).toBeGreaterThan(3);
  expect(titles).toEqual([...titles].sort((a, b) => letters(a).localeCompare(letters(b), 'en', { numeric: true })));
  expect(await page.locator('#tools').innerText()).toMatch(/^by relevance or title/);
  const years = await open('search/?sort=year', { site: inject('siteOfAllKinds') });
  await answered(years);
  expect(await years.locator('#tools').innerText()).toMatch(/^by relevance, title or year/);
  expect((await ranked(years))[0]).toBe('in-french');
  await years.locator('#tools a', { hasText: 'relevance' }).click();
  await expect.poll(() => query(years)).toBe('');
});

test('fast typing shows the answer to what stands in the field, and to nothing before it', async ({ open }) => {
  const page = await open('search/');
  await answered(page);
  for (const text of ['neural architecture search', 'surveys of transformers', 'mamba']) {
    await page.evaluate((typed) => {
      const field = document.querySelector<HTMLInputElement>('#q')!;
      for (let end = 1; end <= typed.length; end += 1) {
        field.value = typed.slice(0, end);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, text);
    const shown = await ranked(page);
    await page.waitForTimeout(300);
    expect(await ranked(page)).toEqual(shown);
    const alone = await open(`search/?${new URLSearchParams({ q: text })}`);
    expect(await ranked(alone)).toEqual(shown);
  }
});

test('those who hear the page are told once what a burst of typing found, and one element alone is busy', async ({ open }) => {
  const page = await open('search/');
  await answered(page);
  await expect.poll(() => page.locator('#result-words').innerText()).toMatch(/^\d+ papers$/);
  await page.evaluate(() => {
    const said: string[] = [];
    const busy = new Set<string>();
    Reflect.set(window, 'said', said);
    Reflect.set(window, 'busy', busy);
    new MutationObserver(() => said.push(document.querySelector('#result-words')?.textContent ?? '')).observe(
      document.querySelector('#result-words')!,
      { childList: true, characterData: true, subtree: true },
    );
    new MutationObserver((changes) => changes.forEach(({ target }) => busy.add((target as Element).localName))).observe(
      document,
      {
        attributes: true,
        attributeFilter: ['aria-busy'],
        subtree: true,
      },
    );
  });
  await page.locator('#q').pressSequentially('transformers', { delay: 30 });
  await answered(page);
  // What is seen follows every letter.
  expect(await page.locator('#result-count').innerText()).toBe(`${await total(page)} papers`);
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => Reflect.get(window, 'said') as string[])).toEqual([
    expect.stringMatching(new RegExp(`^${await total(page)} papers`)),
  ]);
  expect(await page.evaluate(() => [...(Reflect.get(window, 'busy') as Set<string>)])).toEqual(['search']);
});

describe('an index that cannot be fetched', () => {
  test('is told, with a way to try again that brings the results, and one that needs no index', async ({ open }) => {
    const page = await open('', { expectsMissingFiles: true });
    await page.context().route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${page.url()}search/?q=transformers`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/could not be fetched/);
    expect(await page.locator('search[aria-busy="true"]').count()).toBe(0);
    expect(await alert.locator('a[href$="/topics/"]').count()).toBe(1);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await alert.waitFor();
    await page.context().unroute('**/pagefind/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await total(page)).toBeGreaterThan(0);
    expect(await alert.count()).toBe(0);
  });

  test('nor a script that stays away leaves the page empty', async ({ open }) => {
    const page = await open('', { expectsMissingFiles: true });
    await page.context().route('**/_astro/SearchPage*.js', (route) => route.abort());
    await page.goto(`${page.url()}search/`);
    const note = page.getByText('This takes long');
    expect(await page.locator('.foot').isVisible()).toBe(false);
    await expect.poll(() => note.isVisible(), { timeout: 12_000 }).toBe(true);
    expect(await page.locator('.foot').isVisible()).toBe(true);
    expect(await page.locator('.slow a[href$="/topics/"]').isVisible()).toBe(true);
  });
});

test('the page says what was searched: how many papers, what of them, and which build', async ({ open }) => {
  const page = await open('search/?q=zzzqqqxx');
  await answered(page);
  const papers = await page.locator('#q').getAttribute('placeholder');
  const line = await page.locator('main .more').innerText();
  expect(line).toMatch(/^Searched the titles and abstracts of \d+ papers, build [0-9a-f]{7,}\.$/);
  expect(papers).toContain(/\d+ papers/.exec(line)?.[0]);
  await ask(page, '');
  expect(line).toContain(await page.locator('#result-count').innerText());
});

test.for([
  'q=tranformer',
  'q=mamba+pruning',
  'q=zzzqqqxx&topic=transformers&not=surveys',
  'q=transformers&topic=attention-mechanisms&not=surveys&sort=title',
])('the state ?%s has nothing that axe finds, and does not move when it comes', async (state, { open }) => {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    const page = await open(`search/?${state}`, { colorScheme, viewport: { width, height: 800 } });
    await answered(page);
    const { violations } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    expect(await layoutShift(page)).toBeLessThan(0.05);
  }
});

async function titlesOf(page: Page): Promise<string[]> {
  await answered(page);
  return (await page.locator('#results > li h3 a').allInnerTexts()).map((title) => title.trim());
}
