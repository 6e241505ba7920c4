import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './open.ts';

const DARKEST_DAY = 100;

/** Whether the page is dark: by what is painted, whatever way it came about. */
async function isDark(page: Page): Promise<boolean> {
  const [red = 0] = await page.evaluate(() => (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number));
  return red < DARKEST_DAY;
}

describe.each(inject('sites'))('day and night at $base', (site) => {
  test('follow the system until a reader chooses, and then the reader on every page', async ({ open }) => {
    const page = await open('', { site, colorScheme: 'light' });
    expect(await isDark(page)).toBe(false);
    await page.getByText('night', { exact: true }).click();
    expect(await isDark(page)).toBe(true);
    await page.getByRole('link', { name: 'Topics', exact: true }).click();
    await page.waitForURL('**/topics/');
    expect(await isDark(page)).toBe(true);
    expect(await page.getByRole('radio', { name: 'night' }).isChecked()).toBe(true);
    await page.getByText('as the system', { exact: true }).click();
    expect(await isDark(page)).toBe(false);
    await page.reload();
    expect(await isDark(page)).toBe(false);
  });
});

test('the switch works without JavaScript', async ({ open }) => {
  const page = await open('about/', { javaScriptEnabled: false, colorScheme: 'dark' });
  await page.getByText('day', { exact: true }).click();
  const background = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(background).toBe('rgb(252, 253, 252)');
});

test('the switch is worked by the keyboard', async ({ open }) => {
  const page = await open('about/', { colorScheme: 'light' });
  await page.getByRole('radio', { name: 'as the system' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await isDark(page)).toBe(true);
});
