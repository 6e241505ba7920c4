/**
 * Install what is missing, before `npm start`, `npm test` and the like: nothing but Node 20 and npm is asked of the machine.
 *
 * It uses no package and no TypeScript, for there may be none yet. What it installs includes Node 24, which npm finds
 * first for the command itself: npm caches the path of `node` for a command line, so that this must be a hook of its own.
 */
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
if (!isInstalled()) install();

/** Whether node_modules holds each package that the lock file wants on this system, in its version. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  if (installed === undefined) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional === true || installed[place]?.version === version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(`${root}/${file}`, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function install() {
  if (lstatSync(`${root}/node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error('node_modules is a link, and what it leads to differs from package-lock.json: left as it is.');
    return;
  }
  console.log('Installing the packages that package-lock.json names (once, about 20 seconds) …');
  const started = Date.now();
  const { status } = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    // npm is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed: its reason stands above. Nothing else was done.');
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}
