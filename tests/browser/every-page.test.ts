import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { kindsOfPages, layoutShift, test } from './open.ts';

const WIDTHS_PX = [320, 375, 768, 1440, 2560];

describe.each(kindsOfPages())('the page “%s”', (kind, path, site) => {
  for (const { colorScheme, width } of [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 320 },
  ] as const) {
    test(`has nothing that axe finds, ${colorScheme}, ${width} px wide`, async ({ open }) => {
      const page = await open(path, { site, colorScheme, viewport: { width, height: 800 } });
      await settle(page, kind);
      const { violations, passes } = await new AxeBuilder({ page })
        .options({ rules: { 'target-size': { enabled: true } } })
        .analyze();
      expect(violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))).toEqual([]);
      // axe does not tell a page that it could not read from one without fault.
      expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'document-title', 'html-has-lang']));
    });
  }

  test('never scrolls sideways, from a small phone to a wide screen', async ({ open }) => {
    const page = await open(path, { site });
    await settle(page, kind);
    for (const width of WIDTHS_PX) {
      await page.setViewportSize({ width, height: 800 });
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(needed, `at ${width} px`).toBeLessThanOrEqual(width);
    }
    // A reader who has made the letters twice as large.
    await page.setViewportSize({ width: 640, height: 800 });
    const needed = await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      return document.documentElement.scrollWidth;
    });
    expect(needed, 'at 640 px with larger letters').toBeLessThanOrEqual(640);
  });

  test('does not move what a reader looks at while the rest arrives', async ({ open }) => {
    const page = await open(path, { site, viewport: { width: 412, height: 823 } });
    await settle(page, kind);
    // Half of what a browser would call no shift at all.
    expect(await layoutShift(page)).toBeLessThan(0.05);
  });

  test('can be read and followed without JavaScript', async ({ open }) => {
    const page = await open(path, { site, javaScriptEnabled: false });
    expect((await page.locator('h1').innerText()).trim()).not.toBe('');
    const text = await page.locator('main').innerText();
    if (path.startsWith('search/')) {
      expect(text).toContain('JavaScript');
      expect(text).not.toContain('Narrow by topic');
    } else expect(text.length).toBeGreaterThan(60);
    expect(await page.locator('body a[href]').count()).toBeGreaterThan(4);
  });

  test('prints its text, and neither navigation nor search box', async ({ open }) => {
    const page = await open(path, { site });
    await settle(page, kind);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('header nav, input[type="search"]').filter({ visible: true }).count()).toBe(0);
  });

  test('moves through its controls by Tab alone, the skip link first, each with a focus that shows', async ({ open }) => {
    const page = await open(path, { site });
    await settle(page, kind);
    await page.keyboard.press('Tab');
    const target = await page.locator(':focus').getAttribute('href');
    expect(target).toMatch(/^#/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => location.hash)).toBe(target);
    const unseen: string[] = [];
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return undefined;
        // A field draws it round itself, input and button together.
        const near = [element, element.parentElement, element.closest('label')].filter((each) => each !== null);
        const shows = near.some(
          (each) => getComputedStyle(each).outlineStyle === 'solid' && getComputedStyle(each).outlineWidth !== '0px',
        );
        return { html: element.outerHTML.slice(0, 100), shows };
      });
      if (focus !== undefined && !focus.shows) unseen.push(focus.html);
    }
    expect(unseen).toEqual([]);
  });
});

describe.each(inject('sites'))('the site at $base', (site) => {
  test('leads from page to page inside its base, and its search answers there', async ({ open }) => {
    const page = await open('', { site });
    for (const section of ['papers/', 'topics/', 'about/']) {
      await page.locator(`a[href="${site.base}${section}"]`).first().click();
      await page.waitForURL(`**${site.base}${section}`);
      expect((await page.locator('h1').innerText()).trim()).not.toBe('');
    }
  });
});

/** Wait until a search page has shown its results. */
async function settle(page: Page, kind: string): Promise<void> {
  if (kind.startsWith('search')) await page.locator('#results > li').first().waitFor();
}
