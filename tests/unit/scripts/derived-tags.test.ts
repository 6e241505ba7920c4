import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { basisOf, keepDerived, readDerived } from '../../../scripts/import/derived-tags.ts';
import type { Tag } from '../../../src/model/tag.ts';
import { topic } from '../topic.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-derived-'));
  file = join(folder, 'kept', 'derived.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const tags: Tag[] = [{ slug: 'surveys', strength: 'core', evidence: ['a “survey”\nof'] }];
const derived = new Map(Array.from({ length: 2500 }, (_, at): [string, Tag[]] => [`key ${at}`, at % 2 === 0 ? tags : []]));

test('topics that were derived are read again as they were', () => {
  keepDerived(file, 'basis', derived);
  expect(readDerived(file, 'basis')).toEqual(derived);
  expect(readdirSync(join(folder, 'kept'))).toEqual(['derived.jsonl']);
});

test('those of another basis count for nothing, nor does a file that is broken or not there', () => {
  expect(readDerived(file, 'basis')).toEqual(new Map());
  keepDerived(file, 'basis', derived);
  expect(readDerived(file, 'other')).toEqual(new Map());
  writeFileSync(file, 'basis\n["key 1", [{"slug":');
  expect(readDerived(file, 'basis')).toEqual(new Map());
});

test('those of a few papers are not kept, nor where nothing can be written', () => {
  keepDerived(file, 'basis', new Map([...derived].slice(0, 20)));
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, 'kept'), '');
  expect(() => keepDerived(file, 'basis', derived)).not.toThrow();
});

test('the basis is another for another vocabulary', () => {
  const plain = { topics: [topic({ slug: 'surveys' })], learned: undefined };
  expect(basisOf(plain)).toBe(basisOf({ ...plain }));
  expect(basisOf({ ...plain, topics: [topic({ slug: 'surveys', aliases: ['overview'] })] })).not.toBe(basisOf(plain));
});
