import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** macOS keeps applications at one place, whatever the PATH says. */
const isAlwaysFound = findChromium({ PATH: '', HOME: '/nowhere' }) !== undefined;

function writeProgram(path: string, line: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
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

test.skipIf(isAlwaysFound)('continuous integration installs Debian’s, and nothing else does', () => {
  const bin = join(folder, 'debian');
  // No PATH but this folder: the machine's own browser must not be found.
  const env = { PATH: bin, HOME: '/nowhere', CI: 'true' };
  writeProgram(join(bin, 'sudo'), 'exec "$@"');
  writeProgram(join(bin, 'apt-get'), `echo "$@" >> ${bin}/asked; if [ "$1" = install ]; then : > ${bin}/chromium; fi`);
  expect(() => ensureChromium({ ...env, CI: undefined })).toThrow('No Chromium');
  expect(ensureChromium(env)).toBe(join(bin, 'chromium'));
  expect(readFileSync(join(bin, 'asked'), 'utf8')).toMatch(/^update\ninstall .*\bchromium\n$/);
});

test.skipIf(isAlwaysFound)('without any, one line says what to install', () => {
  const nowhere = { PATH: '', HOME: folder, PLAYWRIGHT_BROWSERS_PATH: '/nowhere' };
  expect(() => ensureChromium(nowhere)).toThrowErrorMatchingInlineSnapshot(
    `[Error: No Chromium or Chrome was found: install one (Debian: apt install chromium), or give its path in CHROME_PATH.]`,
  );
});
