import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installFromDebian } from './debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe'];
const MAC_APPS = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** Path of a Chromium or Chrome: CHROME_PATH, the PATH, macOS's applications, Playwright's own folder, in this order. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [env['CHROME_PATH'], ...onPath, ...MAC_APPS, ...inPlaywrightsFolder(env)];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/**
 * Path of a Chromium or Chrome, which continuous integration (CI=true) installs from Debian when there is none.
 *
 * @throws With one line that says what to install.
 */
export function ensureChromium(env: NodeJS.ProcessEnv = process.env): string {
  if (findChromium(env) === undefined && env['CI'] === 'true') installFromDebian('chromium', env);
  const found = findChromium(env);
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium or Chrome was found: install one (Debian: apt install chromium), or give its path in CHROME_PATH.',
  );
}

function inPlaywrightsFolder(env: NodeJS.ProcessEnv): string[] {
  const home = env['HOME'] ?? homedir();
  const folders = [
    env['PLAYWRIGHT_BROWSERS_PATH'],
    join(home, '.cache/ms-playwright'),
    join(home, 'Library/Caches/ms-playwright'),
  ];
  // Newest version first.
  return folders
    .filter((folder): folder is string => folder !== undefined && folder !== '')
    .flatMap((folder) =>
      globSync('chromium-*/chrome-*/{chrome,Chromium.app/Contents/MacOS/Chromium}', { cwd: folder }).map((path) =>
        join(folder, path),
      ),
    )
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}
