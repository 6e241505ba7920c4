import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';
import type { BuiltSite } from '../built-sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-again-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs before the build does, and puts the clock forward by two years and some hours, in another time zone. */
const OTHER_CLOCK = `data:text/javascript,${encodeURIComponent(`
  const ahead = 800 * 24 * 3600e3 + 5e6, now = Date.now;
  globalThis.Date = class extends Date {
    constructor(...given) { given.length === 0 ? super(now() + ahead) : super(...given); }
    static now() { return now() + ahead; }
  };
`)}`;

test('the same content gives the same bytes: in another folder, by another clock, in another time zone', () => {
  const site = inject('sites')[0] as BuiltSite;
  const content = join(folder, 'elsewhere/papers of ours');
  const out = join(folder, 'site');
  cpSync(site.content, content, { recursive: true, filter: (path) => !path.endsWith('.mdx') || path.includes('topics') });
  run('import.ts', '--content', content);
  run('build.ts', '--content', content, '--out', out);
  expect(bytesIn(join(content, 'papers'))).toEqual(bytesIn(join(site.content, 'papers')));
  const first = bytesIn(site.dir);
  const second = bytesIn(out);
  expect(first.size).toBeGreaterThan(100);
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...first].filter(([name, bytes]) => second.get(name) !== bytes).map(([name]) => name)).toEqual([]);
});

function run(script: string, ...flags: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['--import', OTHER_CLOCK, join('scripts', script), ...flags], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
}

function bytesIn(dir: string): Map<string, string> {
  return new Map(filesIn(dir).map((file) => [relative(dir, file), readFileSync(file, 'latin1')]));
}
