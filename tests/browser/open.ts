import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { expect, inject, test as base } from 'vitest';
import { ensureChromium } from '../../scripts/chromium.ts';
import type { Served } from '../../scripts/serve.ts';
import { serve } from '../../scripts/serve.ts';
import type { BuiltSite } from '../built-sites.ts';

/**
 * Opens a page of a built site, in a browser context of its own.
 *
 * @param path  Without a slash in front: `papers/`, `search/?q=graph`.
 * @param options.expectsMissingFiles  Files that are not there, and what the page says of them, are what the test is about.
 */
type Open = (
  path: string,
  options?: BrowserContextOptions & { site?: BuiltSite; expectsMissingFiles?: boolean },
) => Promise<Page>;

/**
 * A test with a real browser. Whatever it is about, it fails when a page asks anything of another origin, breaks its
 * Content-Security-Policy, asks for a file that is not there, or throws.
 */
export const test = base.extend<{ browser: Browser; served: (site: BuiltSite) => Promise<Served>; open: Open }>({
  browser: [
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  served: [
    async ({}, use) => {
      const served = new Map<string, Served>();
      await use(async ({ base, dir }) => {
        const site = served.get(dir) ?? (await serve(dir, { base, port: 0 }));
        served.set(dir, site);
        return site;
      });
      for (const site of served.values()) await site.close();
    },
    { scope: 'file' },
  ],
  open: async ({ browser, served }, use) => {
    const problems: string[] = [];
    const pages: Page[] = [];
    await use(async (path, { site, expectsMissingFiles = false, ...options } = {}) => {
      const { address } = await served(site ?? rootSite());
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      watch(page, new URL(address).origin, expectsMissingFiles, problems);
      pages.push(page);
      await page.goto(`${address}${path}`, { waitUntil: 'load' });
      return page;
    });
    for (const page of pages) await page.context().close();
    expect(problems).toEqual([]);
  },
});

/** The site at `/`. */
export function rootSite(): BuiltSite {
  return inject('sites')[0] as BuiltSite;
}

/** One page of each kind, by its name, of the real papers, or of those where such a page says most. */
export function kindsOfPages(): [kind: string, path: string, site: BuiltSite][] {
  const allKinds = inject('siteOfAllKinds');
  const real = rootSite();
  const { content, dir } = real;
  const paper = readdirSync(join(content, 'papers'))
    .filter((file) => file.endsWith('.mdx'))
    .sort()[0]
    ?.replace(/\.mdx$/, '');
  const topic = readdirSync(join(dir, 'topics'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()[0];
  return [
    ['home', '', real],
    ['papers', 'papers/', real],
    ['paper', `papers/${paper}/`, real],
    ['topics', 'topics/', real],
    ['topic', `topics/${topic}/`, real],
    ['search', 'search/', real],
    ['search results', `search/?q=learning`, real],
    ['about', 'about/', real],
    ['topics, derived', 'about/topics/', allKinds],
    ['doubts', 'about/quality/', allKinds],
    ['changes', 'changes/', allKinds],
    ['withdrawn paper', 'papers/withdrawn/', allKinds],
    ['removed paper', 'papers/removed/', allKinds],
    ['not found', '404.html', real],
  ];
}

/** How far what a reader looks at has moved since the page was opened, as browsers count it: from 0.1 on it is felt. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );
}

/** Note what must never happen on a page: in `problems`, while the page lives. */
export function watch(page: Page, origin: string, expectsMissingFiles: boolean, problems: string[]): void {
  const where = () => new URL(page.url()).pathname;
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) problems.push(`${where()} asks ${url}`);
  });
  if (expectsMissingFiles) return;
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      problems.push(`${where()}: ${response.status()} for ${response.url()}`);
  });
  page.on('pageerror', (error) => problems.push(`${where()} throws: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(`${where()} says: ${message.text()}`);
  });
}
