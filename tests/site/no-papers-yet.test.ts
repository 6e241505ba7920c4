import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const dist = mkdtempSync(join(tmpdir(), 'offprint-'));
afterAll(() => rmSync(dist, { recursive: true }));

beforeAll(() => {
  const flags = ['--content', 'tests/fixtures/content/no-papers-yet', '--out', dist];
  expect(spawnSync(process.execPath, ['scripts/build.ts', ...flags], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
});

test.each([
  { path: '', says: 'Paste titles and abstracts into a file' },
  { path: 'papers', says: 'No papers yet.' },
  { path: 'titles', says: 'No papers yet.' },
  { path: 'topics', says: 'No paper has a topic yet.' },
  { path: 'search', says: 'There are no papers yet, so there is nothing to find.' },
  { path: 'about', says: 'There is no vocabulary of topics yet' },
  { path: 'about/quality', says: 'Nothing: no paper has a text that the import doubts.' },
  { path: 'about/topics', says: 'Nothing was measured for this vocabulary' },
  { path: 'changes', says: 'No import has recorded a change yet.' },
])('a catalogue without papers has a page /$path that says so', ({ path, says }) => {
  const text = readFileSync(join(dist, path, 'index.html'), 'utf8')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
  expect(text).toContain(says);
});

test('and a search page that asks for no index', () => {
  expect(readFileSync(join(dist, 'search', 'index.html'), 'utf8')).not.toContain('<search-page');
});
