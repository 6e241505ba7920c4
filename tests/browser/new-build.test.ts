import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject } from 'vitest';
import type { BuiltSite } from '../built-sites.ts';
import { rootSite, test } from './open.ts';

let folder: string;
let site: BuiltSite;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-deploy-'));
  site = { ...rootSite(), dir: join(folder, 'dist') };
  cpSync(rootSite().dir, site.dir, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Put another build in the place of the one that is served, as a host does. */
function deploy(other: BuiltSite): void {
  rmSync(site.dir, { recursive: true });
  cpSync(other.dir, site.dir, { recursive: true });
}

function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
}

test('a new build under an open search page leads to one reload, and to the results of what was typed', async ({ open }) => {
  const page = await open('search/?q=transformer', { site, expectsMissingFiles: true });
  await page.locator('#results > li').first().waitFor();
  const loads = countLoads(page);
  deploy(inject('hostileSite'));
  await page.locator('input[type="search"]').first().fill('deep network');
  await page.locator('#results > li', { hasText: 'and Deep Networks' }).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('deep network');
  expect(loads()).toBe(1);
});

test('files that stay away are said after one reload, not asked for in a circle', async ({ open }) => {
  const page = await open('search/?q=transformer', { site, expectsMissingFiles: true });
  await page.locator('#results > li').first().waitFor();
  const loads = countLoads(page);
  rmSync(join(site.dir, 'pagefind'), { recursive: true });
  await page.locator('input[type="search"]').first().fill('pruning');
  await page.getByRole('alert').waitFor();
  await page.waitForTimeout(1000);
  expect(loads()).toBe(1);
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);

  // Once they are back, the next search finds them: nothing is kept of the failure.
  cpSync(join(rootSite().dir, 'pagefind'), join(site.dir, 'pagefind'), { recursive: true });
  await page.locator('input[type="search"]').first().fill('transformers');
  await page.locator('#results > li').first().waitFor();
  expect(loads()).toBe(1);
});
