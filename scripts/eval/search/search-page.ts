import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Request } from 'playwright-core';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../chromium.ts';
import { serve } from '../../serve.ts';

/** What the real search page, in a real browser, made of a query. */
export interface PageAnswer {
  /** Slugs of the results that are there at once. */
  ranked: string[];
  shown: number;
  /** Over the wire from a cold cache to the first ten results: every file, compressed as a static host does. */
  coldBytes: number;
  /** From typing it to its results, with the index loaded, in milliseconds. */
  warmMs: number;
}

/** Opens the search page of a built site for one query after the other. */
export async function openSearchPage(
  dir: string,
): Promise<{ ask: (query: string) => Promise<PageAnswer>; close: () => Promise<void> }> {
  const site = await serve(dir, { port: 0 });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  return {
    ask: (query) => ask(browser, site.address, dir, query),
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

async function ask(browser: Browser, address: string, dir: string, query: string): Promise<PageAnswer> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(`${address}search/?${new URLSearchParams({ q: query })}`);
  await answered(page);
  const sizes = await Promise.all(requests.map((request) => bytesOf(request, dir)));
  const { ranked, shown } = await page.evaluate(() => ({
    ranked: [...document.querySelectorAll<HTMLElement>('#results > li')].map((item) => item.dataset['paper'] ?? ''),
    shown: Number(document.querySelector<HTMLElement>('#results')?.dataset['all']),
  }));
  const warmMs = await timeTyping(page, query);
  await context.close();
  return { ranked, shown, coldBytes: sizes.reduce((sum, bytes) => sum + bytes, 0), warmMs };
}

/** Bytes of an answer's body as they went over the wire. Of a worker's script the browser does not say them. */
async function bytesOf(request: Request, dir: string): Promise<number> {
  const { responseBodySize } = await request.sizes();
  if (responseBodySize > 0) return responseBodySize;
  return gzipSync(readFileSync(join(dir, new URL(request.url()).pathname))).length;
}

async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('search')?.getAttribute('aria-busy') === 'false');
}

/** The field is emptied first: what is timed is a question that the page has not just answered. */
async function timeTyping(page: Page, query: string): Promise<number> {
  await page.locator('#q').fill('');
  await answered(page);
  return page.evaluate((text) => {
    const field = document.querySelector<HTMLInputElement>('#q')!;
    const search = document.querySelector('search')!;
    const started = performance.now();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return new Promise<number>((resolve) => {
      const watch = new MutationObserver(() => {
        if (search.getAttribute('aria-busy') !== 'false') return;
        watch.disconnect();
        resolve(performance.now() - started);
      });
      watch.observe(search, { attributes: true, attributeFilter: ['aria-busy'] });
    });
  }, query);
}
