import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { namePages } from '../../../src/integrations/pagefind-metadata.ts';

const SIGNATURE = Buffer.from('pagefind_dcd');
const PAGES = [
  ['en_1f66a96', 182, 'en_group_60e081f'],
  ['en_663668d', 80, 'en_group_60e081f'],
];
const OTHERS = [[['a', 'z', 'en_1ac9f15']], [['topic', 'en_4e9a430']], [], ['close', 'title']];

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-metadata-'));
  file = join(folder, 'pagefind.en_33dd363658.pf_meta');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (metadata: unknown) => writeFileSync(file, gzipSync(Buffer.concat([SIGNATURE, encode(metadata)])));
const read = () => decode(gunzipSync(readFileSync(file)).subarray(SIGNATURE.length)) as unknown;

test('pages are named, and the rest stays as it was', async () => {
  write(['1.6.0', PAGES, ...OTHERS]);
  await namePages(folder, ['14', ':surveys']);
  expect(read()).toEqual(['1.6.0', [['14', 182], [':surveys', 80]], ...OTHERS]); // prettier-ignore
});

test('a page that Pagefind left out fails the build: those that follow would be taken for others', async () => {
  write(['1.6.0', PAGES, ...OTHERS]);
  await expect(namePages(folder, ['a', 'b', 'c'])).rejects.toThrow('Pagefind indexed 2 pages of 3.');
  expect(read()).toEqual(['1.6.0', PAGES, ...OTHERS]);
});

test('another version of Pagefind fails the build, and its file stays as it was', async () => {
  write(['2.0.0', PAGES, ...OTHERS]);
  await expect(namePages(folder, ['a', 'b'])).rejects.toThrow(
    'Pagefind 2.0.0 writes its metadata in another form than that of 1.6.',
  );
  expect(read()).toEqual(['2.0.0', PAGES, ...OTHERS]);
});
