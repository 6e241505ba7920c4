import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import { toOrders } from '../catalogue/search-orders.ts';
import { readSearchLines } from '../catalogue/search-lines.ts';
import { toSearchRecords, type SearchRecord } from '../catalogue/search-record.ts';
import { wordLists } from '../catalogue/search-words.ts';
import { shortenMetadata } from './pagefind-metadata.ts';
import { writeShownPapers } from './shown-papers.ts';

/** Where the build leaves what is to be indexed (`writeSearchLines`). Taken away once they are indexed. */
const RECORDS = 'search/records.jsonl';

/** Called with the number of papers that are indexed. */
type Progress = (stage: string, done: number, total: number) => void;

/** Index a built site into `pagefind/` by the records that lie in it, and take them away. Throws when anything fails. @param papersAPart  For tests. */
export async function indexSite(dir: URL, progress: Progress, papersAPart?: number): Promise<void> {
  const file = new URL(RECORDS, dir);
  const records = [...toSearchRecords(readSearchLines(await readFile(file)))];
  await writeIndex(records, fileURLToPath(new URL('pagefind/', dir)), progress, papersAPart);
  await writeWordLists(records, new URL('search/words/', dir));
  await rm(file);
}

/** What the browser mends a misspelt word with. Every list is there, if empty: a file that is missing must mean trouble. */
async function writeWordLists(records: SearchRecord[], folder: URL): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(wordLists(records).map(({ name, text }) => writeFile(new URL(`${name}.txt`, folder), text)));
}

/** Papers in one part of the index. Pagefind takes some 0.1 MB for each while it works: 12 GB for 100,000 in one part. */
const PAPERS_A_PART = 12_500;
/** Records on their way to Pagefind at one time: waiting for each answer doubles the time, all at once would fill the memory. */
const AT_ONCE = 200;
/** What the browser needs of a part that is merged into the first. */
const OF_A_PART = /^(index|filter|pagefind-entry\.json|pagefind\..*\.pf_meta)$/;

/**
 * Write a search index over the records into a folder: the first part at its top, others in `2/`, `3/` and so on, with
 * the number of papers in each in `parts.json` and the orders of the papers in `orders.json`.
 *
 * Throws when Pagefind reports anything; its process is closed in any case.
 */
async function writeIndex(
  records: SearchRecord[],
  folder: string,
  progress: Progress,
  papersAPart = PAPERS_A_PART,
): Promise<void> {
  const parts = Math.max(1, Math.ceil(records.length / papersAPart));
  const sizes: number[] = [];
  for (let part = 1; part <= parts; part += 1) {
    const [from, to] = [part - 1, part].map((end) => Math.round((end * records.length) / parts));
    sizes.push(to! - from!);
    const into = part === 1 ? folder : join(folder, String(part));
    await writePart(records.slice(from, to), into, (done) => progress('index', from! + done, records.length));
    await shortenMetadata(into, from!);
    if (part > 1) await keepOnly(OF_A_PART, into);
  }
  const shown = writeShownPapers(
    records.map((record) => record.shown),
    join(folder, 'fragment'),
  );
  await writeFile(join(folder, 'parts.json'), JSON.stringify({ parts: sizes, shown }));
  await writeFile(join(folder, 'orders.json'), JSON.stringify(toOrders(records)));
}

/**
 * Words that one file of the index holds, counted with their places: few, so that a reader who asks for a word fetches
 * little else; more in large collections, where the list of files weighs more. Pagefind takes 20,000.
 */
const chunkSize = (papers: number) => Math.min(6000, 800 + papers * 2);

async function writePart(records: SearchRecord[], folder: string, progress: (done: number) => void): Promise<void> {
  // Pagefind has no other way to be told (Pagefind 1.6); it reads this when its process starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize(records.length));
  try {
    const { index } = sound(
      'start',
      await pagefind.createIndex({ forceLanguage: 'en', includeCharacters: '+#', maxFragments: 1 }),
    );
    if (!index) throw new Error('Pagefind gave no index.');
    for (let at = 0; at < records.length; at += AT_ONCE) {
      progress(at);
      await Promise.all(records.slice(at, at + AT_ONCE).map((record) => addRecord(index, record)));
    }
    sound(folder, await index.writeFiles({ outputPath: folder }));
    await rm(join(folder, 'fragment'), { recursive: true, force: true });
  } finally {
    await pagefind.close(); // the next part starts another process: this one would not give its memory back
  }
}

async function addRecord(index: pagefind.PagefindIndex, { url, content, fields, topics }: SearchRecord): Promise<void> {
  const filters: Record<string, string[]> = topics.length > 0 ? { topic: topics } : {};
  sound(url, await index.addCustomRecord({ url, content, language: 'en', meta: { ...fields }, filters }));
}

async function keepOnly(names: RegExp, folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (!names.test(name)) await rm(join(folder, name), { recursive: true });
}

/** Pagefind never throws: it answers with a list of errors. */
function sound<T extends { errors: string[] }>(what: string, answer: T): T {
  if (answer.errors.length > 0) throw new Error(`The search index failed at ${what}: ${answer.errors.join('; ')}`);
  return answer;
}
