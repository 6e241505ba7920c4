import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dumpOf, makeContent, readAll, runImport } from './catalogues.ts';

/** Runs before the import does: from the n-th time on that something is to be written, the disk is full; `wrote` counts. */
const FULL_DISK = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { writeFileSync: write } = fs;
  let times = 0;
  for (const name of ['writeFileSync', 'mkdirSync', 'renameSync', 'linkSync', 'copyFileSync']) {
    const real = fs[name];
    fs[name] = (path, ...rest) => {
      times += 1;
      write(process.env.WROTE, String(times));
      if (times < Number(process.env.FULL_AT)) return real(path, ...rest);
      // Half of what was to be written is there, as on a disk that has room for no more.
      if (name === 'writeFileSync') try { write(path, String(rest[0]).slice(0, 10)); } catch {}
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', path: String(path) });
    };
  }
  syncBuiltinESMExports();
`)}`;

function importOnFullDisk(content: string, fullAt: number) {
  const wrote = join(content, '..', 'wrote');
  writeFileSync(wrote, '0');
  const run = spawnSync(process.execPath, ['--import', FULL_DISK, 'scripts/import.ts', '--content', content], {
    encoding: 'utf8',
    env: { ...process.env, FULL_AT: String(fullAt), WROTE: wrote },
  });
  return { ...run, times: Number(readFileSync(wrote, 'utf8')) };
}

test('a disk that is full at any moment gives a clear error, and the next import ends in the same bytes', () => {
  const before = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
  runImport(before);
  writeFileSync(join(before, 'dumps/list.txt'), dumpOf('Of Bookends', 'Shelves and Slips', 'On Card Indexes'));
  const old = readAll(before);
  const whole = makeContent({});
  cpSync(before, whole, { recursive: true });
  const { times, status } = importOnFullDisk(whole, Infinity);
  expect(status).toBe(0);
  expect(times).toBeGreaterThan(8);
  const expected = readAll(whole);

  let decided = 0;
  for (let fullAt = 1; fullAt <= times; fullAt += 1) {
    const content = makeContent({});
    cpSync(before, content, { recursive: true });
    const run = importOnFullDisk(content, fullAt);
    expect(run.status, `full at ${fullAt}`).toBe(1);
    expect(run.stderr, `full at ${fullAt}`).toContain('The disk is full.');
    expect(run.stderr).not.toMatch(/^\s+at /m);
    const { papers, now } = parted(readAll(content));
    // Not one entry is half-written; where the import had not decided yet, nothing has changed and nothing is left.
    for (const [path, text] of papers) expect([old[path], expected[path]], `full at ${fullAt}`).toContain(text);
    const isDecided = existsSync(join(content, '.import/decided.json'));
    if (!isDecided) expect(now, `full at ${fullAt}`).toEqual(parted(old).now);
    expect(run.stderr, `full at ${fullAt}`).toContain(isDecided ? 'the next import finishes that first' : 'Nothing was written');
    decided += Number(isDecided);
    expect(runImport(content).status).toBe(0);
    expect(readAll(content), `full at ${fullAt}`).toEqual(expected);
  }
  expect(decided).toBeGreaterThan(2);
}, 300_000);

test('a disk that is full when a killed import is to be finished gives the same', () => {
  const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
  runImport(content);
  const expected = readAll(content);
  const staged = join(content, '.import/staged/papers');
  mkdirSync(staged, { recursive: true });
  renameSync(join(content, 'papers/shelves-and-slips.mdx'), join(staged, 'shelves-and-slips.mdx'));
  writeFileSync(join(content, '.import/decided.json'), '["papers/shelves-and-slips.mdx"]');
  for (const fullAt of [1, 2, 3, 4]) {
    const run = importOnFullDisk(content, fullAt);
    expect(run.status, `full at ${fullAt}`).toBe(1);
    expect(run.stderr, `full at ${fullAt}`).toContain('The disk is full.');
    expect(run.stderr).not.toMatch(/^\s+at /m);
  }
  expect(runImport(content).stderr).toContain('import-finished');
  expect(readAll(content)).toEqual(expected);
});

/** What a reader of the catalogue sees, and its entries. */
function parted(files: Record<string, string>): { papers: [string, string][]; now: Record<string, string> } {
  const now = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.import')));
  return { papers: Object.entries(files).filter(([path]) => path.startsWith('papers')), now };
}
