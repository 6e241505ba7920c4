import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ShownPaper } from '../../../src/catalogue/search-record.ts';
import { filesIn } from '../../../scripts/digest.ts';
import { writeShownPapers } from '../../../src/integrations/shown-papers.ts';
import { openIndexFiles } from '../../../src/search/index-files.ts';

const paper = (at: number): ShownPaper => ({
  slug: `p-${at}`,
  no: `${at}`,
  text: `Title ${at}`,
  titleLength: 2,
  core: [],
  minor: [],
});

test.each([3, 6000, 6001, 13_000])('of %i papers each is found by its place, in at most 6,000 files', async (count) => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-shown-'));
  try {
    const papers = Array.from({ length: count }, (_, at) => paper(at));
    const shown = writeShownPapers(papers, join(folder, 'pagefind', 'fragment'));
    expect(filesIn(folder).length).toBeLessThanOrEqual(6000);
    const parts = JSON.stringify({ parts: [count], shown });
    const files = openIndexFiles(async (path) =>
      path.endsWith('parts.json') ? parts : readFileSync(join(folder, path), 'utf8'),
    );
    for (const place of [0, 1, Math.floor(count / 2), count - 1]) expect(await files.shown(place)).toEqual(papers[place]);
    await expect(files.shown(count + 2)).rejects.toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('other texts have other names, so that none is ever shown in another’s place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-shown-'));
  try {
    const one = writeShownPapers([paper(1)], folder);
    const other = writeShownPapers([{ ...paper(1), text: 'Title 1 corrected' }], folder);
    expect(other.digest).not.toBe(one.digest);
    expect(writeShownPapers([paper(1)], folder)).toEqual(one);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
