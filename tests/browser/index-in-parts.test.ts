import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';
import { ContentReader } from '../../src/catalogue/content-reader.ts';
import { writeSearchLines } from '../../src/catalogue/search-lines.ts';
import { indexSite } from '../../src/integrations/search-index.ts';
import { rootSite, test } from './open.ts';

// The site of the dump once more, its index in four parts, as that of 50,000 papers is.
const folder = mkdtempSync(join(tmpdir(), 'offprint-parts-'));
const dir = join(folder, 'site');

beforeAll(async () => {
  const whole = rootSite();
  cpSync(whole.dir, dir, { recursive: true });
  rmSync(join(dir, 'pagefind'), { recursive: true });
  const { papers } = new ContentReader(whole.content, whole.content).read().catalogue;
  writeFileSync(join(dir, 'search', 'records.jsonl'), [...writeSearchLines(papers)].join(''));
  await indexSite(pathToFileURL(`${dir}/`), () => undefined, Math.ceil(papers.length / 4));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const QUERIES: [of: string, query: string][] = [
  ['no words at all, in listing order', ''],
  ['no words at all, by title', 'sort=title'],
  ['a word that many papers have', 'q=neural'],
  ['words that no part has all of', 'q=matryoshka+handwriting'],
  ['a word that one part alone has, beside one that all have', 'q=hypernetworks+networks'],
  ['a word that no paper has, beside one that many have', 'q=zzyzx+networks'],
  ['a phrase', 'q="neural+architecture+search"'],
  ['a word without another, by title', 'q=learning+-deep&sort=title'],
  ['a topic without another', 'topic=transformers&not=surveys'],
];

for (const [of, query] of QUERIES) {
  test(`an index in parts gives what the whole one gives for ${of}`, async ({ open }) => {
    const whole = await answer(await open(`search/?${query}`));
    const parts = await answer(await open(`search/?${query}`, { site: { ...rootSite(), dir } }));
    expect(parts).toEqual(whole);
  });
}

test('the index in parts has four', () => {
  expect(filesIn(join(dir, 'pagefind')).filter((file) => file.endsWith('pagefind-entry.json'))).toHaveLength(4);
});

/** How many papers it says it found, and those it shows. */
async function answer(page: Page): Promise<{ total: string | null; hits: (string | undefined)[][] }> {
  const count = page.locator('#result-count[data-total]');
  await count.waitFor();
  const hits = await page
    .locator('#results > li')
    .evaluateAll((all) => all.map((li) => [(li as HTMLElement).dataset['paper'], (li as HTMLElement).dataset['match']]));
  return { total: await count.getAttribute('data-total'), hits };
}
