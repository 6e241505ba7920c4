import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ensureChromium, findChromium } from '../../../scripts/chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-chromium-'));
afterAll(() => rmSync(folder, { recursive: true }));

function place(path: string): string {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), '');
  return join(folder, path);
}

test('CHROME_PATH comes before the PATH, and the PATH before Playwright’s folder, newest first', () => {
  const given = place('given/my-chrome');
  const onPath = place('bin/chromium');
  place('playwright/chromium-999/chrome-linux/chrome');
  const newest = place('playwright/chromium-1200/chrome-linux/chrome');
  const all = { CHROME_PATH: given, PATH: join(folder, 'bin'), PLAYWRIGHT_BROWSERS_PATH: join(folder, 'playwright') };
  expect(findChromium(all)).toBe(given);
  expect(findChromium({ ...all, CHROME_PATH: '/nowhere' })).toBe(onPath);
  expect(findChromium({ ...all, CHROME_PATH: '', PATH: '' })).toBe(newest);
});

test('without any, one line says what to install', () => {
  const nowhere = { PATH: '', HOME: folder, PLAYWRIGHT_BROWSERS_PATH: '/nowhere' };
  if (findChromium(nowhere) !== undefined) return; // this machine has one at a fixed place
  expect(() => ensureChromium(nowhere)).toThrowErrorMatchingInlineSnapshot(
    `[Error: No Chromium or Chrome was found: install one (Debian: apt install chromium), or give its path in CHROME_PATH.]`,
  );
});
