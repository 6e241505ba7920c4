import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import { NearWordFinder } from '../catalogue/near-words.ts';
import { readSearchLines } from '../catalogue/search-lines.ts';
import { toOrders } from '../catalogue/search-orders.ts';
import { toPapersFile } from '../catalogue/search-papers.ts';
import { paperToRecord, topicToRecord, toShownPaper } from '../catalogue/search-record.ts';
import type { Searchable, SearchRecord, ShownPaper } from '../catalogue/search-record.ts';
import { wordLists } from '../catalogue/search-words.ts';
import { paperToPage, topicToPage } from '../model/index-page.ts';
import { namePages } from './pagefind-metadata.ts';
import { writeShownPapers } from './shown-papers.ts';

/** Where the build leaves what is to be indexed (`writeSearchLines`). Taken away once they are indexed. */
const RECORDS = 'search/records.jsonl';

/** Called with the number of papers that are indexed. */
type Progress = (stage: string, done: number, total: number) => void;

/** Papers in one part of the index. Pagefind takes some 0.1 MB for each while it works: 12 GB for 100,000 in one part. */
const PAPERS_A_PART = 12_500;

/**
 * Index a built site by the records that lie in it, and take them away.
 *
 * The first part of the index is at the top of `pagefind/`, others in `2/`, `3/` and so on; beside them the number of papers in
 * each in `parts.json`, what ranking must know of them in `papers.json`, their orders in `orders.json`, and what is shown of
 * them. The collection's words are in `search/words/`. Throws when Pagefind reports anything; its process is closed in any case.
 *
 * @param papersAPart  For tests.
 */
export async function indexSite(dir: URL, progress: Progress, papersAPart = PAPERS_A_PART): Promise<void> {
  const file = new URL(RECORDS, dir);
  const searchable = readSearchLines(await readFile(file));
  const folder = fileURLToPath(new URL('pagefind/', dir));
  const parts = await writeParts(searchable, folder, progress, papersAPart);
  const papers = searchable.papers.map(toShownPaper);
  const shown = writeShownPapers(papers, join(folder, 'fragment'));
  await writeJson(join(folder, 'parts.json'), { parts, shown });
  await writeJson(join(folder, 'papers.json'), toPapersFile(papers, searchable.topics));
  await writeJson(join(folder, 'orders.json'), toOrders(searchable.papers));
  await writeWordLists(papers, new URL('search/words/', dir));
  await rm(file);
}

function writeJson(file: string, content: unknown): Promise<void> {
  return writeFile(file, JSON.stringify(content));
}

/** What the browser mends a misspelt word with. Every list is there, if empty: a file that is missing must mean trouble. */
async function writeWordLists(papers: ShownPaper[], folder: URL): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(wordLists(papers).map(({ name, text }) => writeFile(new URL(`${name}.txt`, folder), text)));
}

/** What the browser needs of the index, which comes with user interfaces that are not used here. */
const OF_THE_FIRST = /^(index|pagefind-entry\.json|pagefind\..*\.pf_meta|pagefind\.js|wasm\..*)$/;
/** What it needs of a part that is merged into the first. */
const OF_A_PART = /^(index|pagefind-entry\.json|pagefind\..*\.pf_meta)$/;

/** @returns The number of papers in each part. Topics are in each, for a word that a part lacks is not looked for in it. */
async function writeParts(
  { papers, topics }: Searchable,
  folder: string,
  progress: Progress,
  papersAPart: number,
): Promise<number[]> {
  const finder = new NearWordFinder(papers);
  const parts = Math.max(1, Math.ceil(papers.length / papersAPart));
  const ends = Array.from({ length: parts + 1 }, (_, part) => Math.round((part * papers.length) / parts));
  for (const [part, from] of ends.slice(0, -1).entries()) {
    const some = papers.slice(from, ends[part + 1]);
    const into = part === 0 ? folder : join(folder, String(part + 1));
    await writePart(records(some, topics, finder), some.length, into, (done) => progress('index', from + done, papers.length));
    await namePages(into, [
      ...some.map((_, place) => paperToPage(from + place)),
      ...topics.map((_, place) => topicToPage(place)),
    ]);
    await keepOnly(part === 0 ? OF_THE_FIRST : OF_A_PART, into);
  }
  return ends.slice(1).map((end, part) => end - ends[part]!);
}

function* records(papers: Searchable['papers'], topics: Searchable['topics'], finder: NearWordFinder): Generator<SearchRecord> {
  for (const paper of papers) yield paperToRecord(paper, finder);
  for (const topic of topics) yield topicToRecord(topic);
}

/**
 * Words that one file of the index holds, counted with their places: few, so that a reader who asks for a word fetches
 * little else; more in large collections, where the list of files weighs more. Pagefind takes 20,000.
 */
const chunkSize = (papers: number) => Math.round(Math.min(3000, 600 + papers * 1.25));

async function writePart(
  records: Iterable<SearchRecord>,
  papers: number,
  folder: string,
  progress: (done: number) => void,
): Promise<void> {
  // Pagefind has no other way to be told (Pagefind 1.6); it reads this when its process starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize(papers));
  try {
    const { index } = sound(
      'start',
      await pagefind.createIndex({ forceLanguage: 'en', includeCharacters: '+#', maxFragments: 1 }),
    );
    if (!index) throw new Error('Pagefind gave no index.');
    await addRecords(records, index, progress);
    sound(folder, await index.writeFiles({ outputPath: folder }));
  } finally {
    await pagefind.close(); // the next part starts another process: this one would not give its memory back
  }
}

/** Records that are sent to Pagefind together: waiting for each answer doubles the time. */
const AT_ONCE = 100;

/** Pagefind takes in one lot of records while the next is made: two are under way, for all at once would fill the memory. */
async function addRecords(
  records: Iterable<SearchRecord>,
  index: pagefind.PagefindIndex,
  progress: (done: number) => void,
): Promise<void> {
  const failures: unknown[] = [];
  let before: Promise<unknown>[] = [];
  let lot: Promise<unknown>[] = [];
  let done = 0;
  for (const record of records) {
    lot.push(addRecord(index, record).catch((error: unknown) => failures.push(error)));
    if (lot.length < AT_ONCE) continue;
    progress((done += lot.length));
    await Promise.all(before);
    if (failures.length > 0) break;
    [before, lot] = [lot, []];
  }
  await Promise.all([...before, ...lot]);
  if (failures.length > 0) throw failures[0];
}

/**
 * All words of a page weigh the same, and the least. Ranking is the browser's; and Pagefind counts parts of compounds for less and names
 * their places last, where the first must be the first (Pagefind 1.6).
 */
const EVEN = '___PAGEFIND_WEIGHT___0.01';

async function addRecord(index: pagefind.PagefindIndex, { url, content, fields }: SearchRecord): Promise<void> {
  sound(url, await index.addCustomRecord({ url, content: `${EVEN} ${content}`, language: 'en', meta: fields }));
}

async function keepOnly(names: RegExp, folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (!names.test(name)) await rm(join(folder, name), { recursive: true });
}

/** Pagefind never throws: it answers with a list of errors. */
function sound<T extends { errors: string[] }>(what: string, answer: T): T {
  if (answer.errors.length > 0) throw new Error(`The search index failed at ${what}: ${answer.errors.join('; ')}`);
  return answer;
}
