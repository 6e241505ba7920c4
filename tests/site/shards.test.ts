import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-shards-'));
const parts = [1, 2, 3, 4].map((number) => join(folder, `part-${number}`));
const { content, dir } = inject('sites').find(({ base }) => base !== '/')!;

beforeAll(() => {
  parts.forEach((part, at) => run('build', '--content', content, '--out', part, '--shard', `${at + 1}/4`));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('four parts, built by themselves and merged, are to the letter the site that is built whole', () => {
  for (const part of parts) expect(pagesOf(part).length).toBeLessThan(pagesOf(dir).length / 2);
  const merged = join(folder, 'merged');
  run('merge', ...parts, '--content', content, '--out', merged);
  expect(namesIn(merged)).toEqual(namesIn(dir));
  for (const name of namesIn(dir))
    expect(readFileSync(join(merged, name)).equals(readFileSync(join(dir, name))), name).toBe(true);
});

test.each([
  ['a part is missing', () => parts.slice(1)],
  ['a part is there twice', () => [...parts, parts[0]!]],
  ['a folder is no part', () => [...parts.slice(1), dir]],
  ['a part is of another site', () => [...parts.slice(1), ofAnotherSite(parts[0]!)]],
])('nothing is merged when %s', (_, folders) => {
  const out = join(folder, 'wrong');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/merge.ts', ...folders(), '--content', content, '--out', out], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr.replaceAll(folder, 'TMP').replaceAll(dir, 'SITE')).toMatchSnapshot();
  expect(filesIn(out)).toEqual([]);
});

function ofAnotherSite(part: string): string {
  const copy = join(folder, 'of-another-site');
  cpSync(part, copy, { recursive: true });
  run('build', '--content', 'tests/fixtures/content/plain-and-as-mdx', '--out', copy, '--shard', '1/4');
  return copy;
}

function run(script: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

function namesIn(site: string): string[] {
  return filesIn(site).map((file) => relative(site, file));
}

function pagesOf(site: string): string[] {
  return namesIn(site).filter((name) => name.endsWith('.html'));
}
