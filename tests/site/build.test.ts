import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf } from '../../scripts/digest.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-'));
const content = join(folder, 'content');
const out = join(folder, 'dist');
let whole: string;

beforeAll(() => {
  cpSync('tests/fixtures/content/plain-and-as-mdx', content, { recursive: true });
  expect(build()).toMatchObject({ status: 0, stderr: '' });
  whole = digestOf([out]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a broken entry stops the build with its line, and leaves the site as it was', () => {
  const file = join(content, 'papers', 'broken.mdx');
  writeFileSync(file, '---\ntitle: "A paper"\n---\n\nAn open {brace.\n');
  const { status, stderr } = build();
  rmSync(file);
  expect(status).toBe(1);
  expect(stderr).toContain('papers/broken.mdx:5:');
  expect(stderr).toContain(`${out} is as it was`);
  expectAsBefore();
});

test('a wrong setting stops the build with its cure, and leaves the site as it was', () => {
  const file = join(content, 'site.yaml');
  writeFileSync(file, 'base: catalogue\n');
  const { status, stderr } = build();
  rmSync(file);
  expect(status).toBe(1);
  expect(stderr).toContain('site.yaml:1:1');
  expect(stderr).toContain('base: /catalogue/');
  expectAsBefore();
});

test('a topic that has no file is told, and the paper is built without it', () => {
  const file = join(content, 'papers', 'new.mdx');
  writeFileSync(file, '---\ntitle: "New"\ntopics: [{slug: network-prunning, strength: core, evidence: []}]\n---\n\nText.\n');
  const { status, stderr } = build();
  rmSync(file);
  expect(status).toBe(0);
  expect(stderr).toContain('Did you mean network-pruning?');
  expect(readFileSync(join(out, 'papers', 'new', 'index.html'), 'utf8')).not.toContain('prunning');
  expect(build().status).toBe(0);
  expect(existsSync(join(out, 'papers', 'new'))).toBe(false);
  expectAsBefore();
});

test('a folder that is not there is wrong usage', () => {
  expect(run('--content', join(folder, 'nowhere'), '--out', out).status).toBe(2);
});

function expectAsBefore(): void {
  expect(digestOf([out])).toBe(whole);
  expect(readdirSync(folder).sort()).toEqual(['content', 'dist']);
}

function build(): ReturnType<typeof run> {
  return run('--content', content, '--out', out);
}

function run(...flags: string[]) {
  return spawnSync(process.execPath, ['scripts/build.ts', ...flags], { encoding: 'utf8' });
}
