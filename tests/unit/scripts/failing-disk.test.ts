import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dumpOf, makeContent, readAll, runImport } from './catalogues.ts';
import { importWithTrouble } from './troubled-disk.ts';

test('a disk that is full at any moment gives a clear error, and the next import ends in the same bytes', () => {
  const before = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
  runImport(before);
  writeFileSync(join(before, 'dumps/list.txt'), dumpOf('Of Bookends', 'Shelves and Slips', 'On Card Indexes'));
  const old = readAll(before);
  const whole = makeContent({});
  cpSync(before, whole, { recursive: true });
  const { times, status } = importWithTrouble(whole, 'full', Infinity);
  expect(status).toBe(0);
  expect(times).toBeGreaterThan(8);
  const expected = readAll(whole);

  let decided = 0;
  for (let fullAt = 1; fullAt <= times; fullAt += 1) {
    const content = makeContent({});
    cpSync(before, content, { recursive: true });
    const run = importWithTrouble(content, 'full', fullAt);
    expect(run.status, `full at ${fullAt}`).toBe(1);
    expect(run.stderr, `full at ${fullAt}`).toContain('The disk is full.');
    expect(run.stderr).not.toMatch(/^\s+at /m);
    const { papers, now } = parted(readAll(content));
    // Not one entry is half-written; where the import had not decided yet, nothing has changed and nothing is left.
    for (const [path, text] of papers) expect([old[path], expected[path]], `full at ${fullAt}`).toContain(text);
    const { isDecided } = run;
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
    const run = importWithTrouble(content, 'full', fullAt);
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
