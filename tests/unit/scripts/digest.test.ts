import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { digestOf } from '../../../scripts/digest.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-digest-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, files: Record<string, string>): string {
  const path = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

const one = write('one', { 'a.txt': 'A', 'b/c.txt': 'C' });

test('the same files have one digest, wherever their folder stands and whenever they were written', () => {
  const other = write('elsewhere/other', { 'b/c.txt': 'C', 'a.txt': 'A' });
  utimesSync(join(other, 'a.txt'), 1, 1);
  expect(digestOf([other])).toBe(digestOf([one]));
});

test.each<{ what: string; files: Record<string, string> }>([
  { what: 'another byte', files: { 'a.txt': 'B', 'b/c.txt': 'C' } },
  { what: 'another name', files: { 'a.text': 'A', 'b/c.txt': 'C' } },
  { what: 'another place', files: { 'a.txt': 'A', 'c.txt': 'C' } },
  { what: 'a file more', files: { 'a.txt': 'A', 'b/c.txt': 'C', 'b/d.txt': '' } },
])('$what gives another digest', ({ what, files }) => {
  expect(digestOf([write(what, files)])).not.toBe(digestOf([one]));
});

test('what is not there counts as empty', () => {
  expect(digestOf([one, join(folder, 'nowhere')])).toBe(digestOf([one]));
});
