import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import slugify from '@sindresorhus/slugify';
import type { Entry } from '../../../src/model/paper.ts';
import { readEntries } from '../../content-folder.ts';
import { readJsonLines } from '../../json-lines.ts';
import { titleKey, toDump } from '../../plain-papers.ts';
import type { JudgedQuery } from './metrics.ts';

/** Papers as a site, and queries judged on them. */
export interface Collection {
  /** Folder of the built site. */
  dir: string;
  papers: Entry[];
  queries: JudgedQuery[];
  /** The id that the judgements use, by slug. */
  idOf: Map<string, string>;
}

const SHARED = join('..', 'shared');
const DEV_COLLECTION = join(SHARED, 'search', 'dev-collection.jsonl.gz');
const queriesFile = (set: SetName) => join(SHARED, 'search', `${set}-queries.json`);
const MAKE_DUMP = join(SHARED, 'corpora', 'make-dump');

export type SetName = 'seed' | 'dev';

/** Files beside the project that a collection needs and that are not there. */
export function missingFiles(set: SetName, hasMore: boolean): string[] {
  const needed = [queriesFile(set), ...(set === 'dev' ? [DEV_COLLECTION] : []), ...(hasMore ? [MAKE_DUMP] : [])];
  return needed.filter((file) => !existsSync(file));
}

/**
 * Build the site of a set into a folder, by the commands that anyone would use.
 *
 * `seed` is the dump of this project in its own vocabulary; `dev` is 1,087 papers that come as a plain dump, without one.
 *
 * @param papers  As many in all: real ones that nobody judged are put beside those of the set.
 */
export function makeCollection(set: SetName, folder: string, papers = 0): Collection {
  const content = join(folder, 'content');
  const dir = join(folder, 'dist');
  if (set === 'seed') cpSync('content', content, { recursive: true }); // the import below must change nothing here
  const ids = set === 'dev' ? writeDump(content) : undefined;
  if (papers > (ids?.size ?? 0)) writeMore(papers - (ids?.size ?? 0), content);
  run('scripts/import.ts', '--content', content);
  run('scripts/build.ts', '--content', content, '--out', dir);
  const entries = readEntries(content).output;
  const idOf = new Map(
    entries.map(({ slug, title }) => [slug, ids ? (ids.get(titleKey(title)) ?? '') : slugify(title, { decamelize: false })]),
  );
  const queries = JSON.parse(readFileSync(queriesFile(set), 'utf8')) as JudgedQuery[];
  const known = new Set(idOf.values());
  const lost = queries.flatMap(({ relevant }) => Object.keys(relevant)).filter((id) => !known.has(id));
  if (lost.length > 0) throw new Error(`${lost.length} judged papers are not on the site, the first is ${lost[0]}.`);
  return { dir, papers: entries, queries, idOf };
}

/** Which half of the development queries a query is in: the first is for looking, the other for checking. */
export function halfOf({ q }: JudgedQuery): 'a' | 'b' {
  return parseInt(createHash('sha256').update(q).digest('hex').slice(0, 8), 16) % 2 === 0 ? 'a' : 'b';
}

/** @returns Ids by title. */
function writeDump(content: string): Map<string, string> {
  const papers = [...readJsonLines<{ id: string; title: string; abstract: string }>(DEV_COLLECTION)];
  mkdirSync(join(content, 'dumps'), { recursive: true });
  const file = join(content, 'dumps', 'papers.txt');
  if (!existsSync(file)) writeFileSync(file, toDump(papers));
  return new Map(papers.map(({ id, title }) => [titleKey(title), id]));
}

function writeMore(papers: number, content: string): void {
  const file = openSync(join(content, 'dumps', 'more.txt'), 'w');
  execFileSync(MAKE_DUMP, [String(papers)], { stdio: ['ignore', file, 'inherit'] });
  closeSync(file);
}

function run(...args: string[]): void {
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}
