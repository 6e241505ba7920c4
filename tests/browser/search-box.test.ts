import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './open.ts';

/** A page whose head has the field, and which is not the search page. */
const PAGE = 'about/';
/** Of several papers in the real dump, so that there is a list to move in. */
const QUERY = 'neural network';

describe.each(inject('sites'))('the field in the head, at $base', (site) => {
  test('offers the first papers of the search page, in its order, and then a way to all of them', async ({ open }) => {
    const page = await open(PAGE, { site });
    await type(page, QUERY);
    const titles = (await options(page)).slice(0, -1);
    expect(titles.length).toBeGreaterThan(2);
    expect(titles.length).toBeLessThanOrEqual(6);
    expect(await page.locator('[role="option"] mark').count()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${site.base}search/?q=*`);
    expect(new URL(page.url()).searchParams.get('q')).toBe(QUERY);
    const found = page.locator('#results > li h3 a');
    await found.first().waitFor();
    const onSearchPage = (await found.allInnerTexts()).map((title) => title.trim());
    expect(titles).toEqual(onSearchPage.slice(0, titles.length));
  });

  test('opens the paper that the arrows chose, by keyboard alone', async ({ open }) => {
    const page = await open(PAGE, { site });
    await type(page, QUERY);
    const [, second = ''] = await options(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = await field(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${chosen}"]`).innerText()).toBe(second);
    expect(await page.locator('[role="option"][aria-selected="true"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${site.base}papers/*/`);
    expect((await page.locator('h1').innerText()).trim()).toBe(second);
  });
});

test('says when what it offers is not what was asked, as the search page would', async ({ open }) => {
  const page = await open(PAGE);
  await type(page, 'tranformer');
  expect((await options(page))[0]).toBe('Did you mean transformer?');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=transformer');
  const other = await open(PAGE);
  await type(other, 'mamba pruning');
  expect((await options(other))[0]).toBe('No paper has all of it; these have some');
  await field(other).fill('zzzqqqxx');
  await expect.poll(() => options(other)).toEqual(['Nothing found']);
});

test('tells those who hear the page what was found, once they pause', async ({ open }) => {
  const page = await open(PAGE);
  await type(page, QUERY);
  const said = page.locator('search').getByRole('status');
  await expect.poll(() => said.innerText(), { timeout: 5000 }).toMatch(/^\d+ papers/);
  await field(page).fill('tranformer');
  await expect.poll(() => said.innerText(), { timeout: 5000 }).toMatch(/^0 papers; \d+ papers with “transformer”/);
});

test('an index that could not be fetched is asked for again with the next letter', async ({ open }) => {
  const page = await open(PAGE, { expectsMissingFiles: true });
  await page.context().route('**/pagefind/**', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await page.keyboard.press('/');
  await page.keyboard.type('neural');
  await failed;
  expect(await page.locator('[role="option"]').count()).toBe(0);
  await page.context().unroute('**/pagefind/**');
  await expect
    .poll(
      async () => {
        await page.keyboard.type(' ');
        return page.locator('[role="option"]').count();
      },
      { interval: 500, timeout: 10_000 },
    )
    .toBeGreaterThan(1);
});

test('`/` and Ctrl+K lead to the field, and `/` can still be typed in it', async ({ open }) => {
  for (const path of [PAGE, 'search/']) {
    const page = await open(path);
    for (const key of ['/', 'Control+k']) {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press(key);
      expect(await page.locator(':focus').getAttribute('type'), `${key} on ${path}`).toBe('search');
      expect(await field(page).inputValue()).toBe('');
    }
    await page.keyboard.type('a/b');
    expect(await field(page).inputValue()).toBe('a/b');
  }
});

test('Escape closes the list and keeps what was typed', async ({ open }) => {
  const page = await open(PAGE);
  await type(page, QUERY);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  expect(await page.locator('[role="listbox"]').isVisible()).toBe(false);
  expect(await field(page).getAttribute('aria-expanded')).toBe('false');
  expect(await field(page).getAttribute('aria-activedescendant')).toBe(null);
  expect(await field(page).inputValue()).toBe(QUERY);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`has nothing that axe finds while the list is open, ${colorScheme}`, async ({ open }) => {
    const page = await open(PAGE, { colorScheme });
    await type(page, QUERY);
    await page.keyboard.press('ArrowDown');
    const controlled = await field(page).getAttribute('aria-controls');
    expect(await page.locator(`[id="${controlled}"]`).getAttribute('role')).toBe('listbox');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });

test('fetches nothing of the search until something is typed', async ({ open }) => {
  const page = await open(PAGE);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\/pagefind\/|\.js$/.test(pathname)) asked.push(pathname); // the icon comes when it will
  });
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
  await type(page, QUERY);
  expect(asked.some((path) => path.includes('/pagefind/'))).toBe(true);
});

test('a link to exactly this is copied, and where it cannot be, the reader is told', async ({ open }) => {
  const copied = await open('search/?q=learning', { permissions: ['clipboard-read', 'clipboard-write'] });
  await copied.getByRole('button', { name: 'Copy link' }).click();
  await copied.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
  expect(await copied.evaluate(() => navigator.clipboard.readText())).toBe(copied.url());
  const without = await open('search/?q=learning');
  // As where a site is served without TLS.
  await without.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await without.getByRole('button', { name: 'Copy link' }).click();
  await without.getByRole('status').filter({ hasText: without.url() }).waitFor();
});

function field(page: Page) {
  return page.locator('input[type="search"]').first();
}

/** Type as a reader does, and wait for the list. */
async function type(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(query);
  await page.locator('[role="listbox"] mark').first().waitFor();
  await settled(page);
}

/** The list of an earlier keystroke may still stand. */
async function settled(page: Page): Promise<void> {
  let before: string[] = [];
  await expect
    .poll(
      async () => {
        const now = await options(page);
        const same = now.join('\n') === before.join('\n');
        before = now;
        return same && now.length > 0;
      },
      { interval: 300, timeout: 10_000 },
    )
    .toBe(true);
}

async function options(page: Page): Promise<string[]> {
  return (await page.locator('[role="option"]').allInnerTexts()).map((text) => text.trim());
}
