/**
 * Complete package-lock.json for every system: `npm run lock`, after any change of dependencies.
 *
 * Binaries come as optional dependencies, one package a system. Where the registry lacks one, npm leaves it out of the
 * lock file, and then `npm ci` stops with "Missing: … from lock file" on every machine. A stub cures that: npm passes
 * over it on other systems, and asks the registry for it on its own.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingFromLock } from './lock.mjs';

const lockFile = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const missing = missingFromLock(lock);
for (const { place, stub } of missing) lock.packages[place] = stub;

const [root, ...others] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(`${lockFile}.tmp`, `${JSON.stringify(lock, null, 2)}\n`);
renameSync(`${lockFile}.tmp`, lockFile);
console.log(`${missing.length} packages of other systems were missing from package-lock.json and are in it now.`);
