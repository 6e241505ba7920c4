import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';

const dist = mkdtempSync(join(tmpdir(), 'offprint-'));
afterAll(() => rmSync(dist, { recursive: true }));

beforeAll(() => {
  const flags = ['--content', 'tests/fixtures/content/one-paper', '--out', dist];
  expect(spawnSync(process.execPath, ['scripts/build.ts', ...flags], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
});

test('a catalogue of one paper and one topic counts them as one, on every page and in what pages say of themselves', () => {
  const pages = filesIn(dist).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(10);
  const wrong = pages.flatMap((file) => {
    const html = readFileSync(file, 'utf8');
    const said = [...html.matchAll(/\b(?:content|placeholder|title|aria-label)="([^"]*)"/g)].map(([, text = '']) => text);
    const text = [html.replace(/<[^>]*>/g, ''), ...said].join('\n').replace(/\s+/g, ' ');
    return [
      ...text.matchAll(
        /.{0,30}\b1 (?:papers|topics|abstracts|facets|listings|imports|tags|doubts|\w+ (?:are|have|were))\b.{0,20}/g,
      ),
    ].map(([words]) => `${relative(dist, file)}: ${words}`);
  });
  expect(wrong).toEqual([]);
});
