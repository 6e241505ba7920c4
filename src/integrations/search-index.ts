import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import type { SearchRecord } from '../catalogue/search-record.ts';

/** Where the build leaves the records, one JSON a line, in listing order. Taken away once they are indexed. */
const RECORDS = 'search/records.jsonl';

/** Called with the number of papers that are indexed. */
type Progress = (stage: string, done: number, total: number) => void;

/** Index the built papers into `pagefind/`. The build fails when the index does. */
export function searchIndex({ progress }: { progress: Progress }): AstroIntegration {
  return {
    name: 'offprint:search-index',
    hooks: { 'astro:build:done': ({ dir }) => indexSite(dir, progress) },
  };
}

/** Index a built site by the records that lie in it, and take them away. */
export async function indexSite(dir: URL, progress: Progress): Promise<void> {
  const file = new URL(RECORDS, dir);
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  const records = lines.map((line) => JSON.parse(line) as SearchRecord);
  await writeIndex(records, fileURLToPath(new URL('pagefind/', dir)), progress);
  await rm(file);
}

/** Records on their way to Pagefind at one time: waiting for each answer doubles the time, all at once would fill the memory. */
const AT_ONCE = 200;
/** Files with texts for the results page; above it Pagefind puts several papers into one. Some hosts take 20,000 files a site. */
const MAX_FRAGMENTS = 6000;

/** Write a search index over the records into a folder. Throws when Pagefind reports anything; its process is closed in any case. */
async function writeIndex(records: SearchRecord[], folder: string, progress: Progress): Promise<void> {
  try {
    const { index } = sound(
      'start',
      await pagefind.createIndex({ forceLanguage: 'en', includeCharacters: '+#', maxFragments: MAX_FRAGMENTS }),
    );
    if (!index) throw new Error('Pagefind gave no index.');
    for (let at = 0; at < records.length; at += AT_ONCE) {
      progress('index', at, records.length);
      await Promise.all(records.slice(at, at + AT_ONCE).map((record) => addRecord(index, record)));
    }
    sound(folder, await index.writeFiles({ outputPath: folder }));
  } finally {
    await pagefind.close();
  }
}

async function addRecord(index: pagefind.PagefindIndex, { url, content, meta, filters, sort }: SearchRecord): Promise<void> {
  const record = { url, content, language: 'en', meta: { ...meta }, filters: { ...filters }, sort: { ...sort } };
  sound(url, await index.addCustomRecord(record));
}

/** Pagefind never throws: it answers with a list of errors. */
function sound<T extends { errors: string[] }>(what: string, answer: T): T {
  if (answer.errors.length > 0) throw new Error(`The search index failed at ${what}: ${answer.errors.join('; ')}`);
  return answer;
}
