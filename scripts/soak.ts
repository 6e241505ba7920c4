/**
 * `npm run soak`: every paper of ../shared/corpora goes through the import and none is lost; then the site of a random
 * 2,000 of them is built, and a sample of its pages looked at. Ends with 1 and says what is wrong when something is.
 * `--papers N`, `--site N`, `--seed N` (the one of an earlier run, to see the same again). The files stay when something
 * is wrong, and with `--keep`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { LinkChecker, LinkState } from 'linkinator';
import { textKey } from '../src/pipeline/identity/keys.ts';
import { normalise } from '../src/pipeline/normalise.ts';
import { readEntries } from './content-folder.ts';
import { filesIn } from './digest.ts';
import { makeHtmlValidator } from './html-validator.ts';
import { readJsonLines } from './json-lines.ts';
import { onOneLine, toDump } from './plain-papers.ts';
import { serve } from './serve.ts';
import { readCount, readOrExit, stop } from './usage.ts';

interface Paper {
  title: string;
  abstract: string;
}

const CORPORA = ['acl-2016-on.jsonl.gz', 'arxiv-2025-26.jsonl.gz'].map((name) => join('..', 'shared', 'corpora', name));
/** Pages of the site that are looked at. */
const SAMPLE = 100;

const USAGE = 'npm run soak -- [--papers N] [--site N] [--seed N] [--keep]';
const values = readOrExit(USAGE, () => {
  const { values } = parseArgs({
    options: {
      papers: { type: 'string', default: '1000000' },
      site: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(1 + (Date.now() % 1e6)) },
      keep: { type: 'boolean', default: false },
    },
  });
  const { papers, site, seed, keep } = values;
  return { papers: readCount('--papers', papers), site: readCount('--site', site), seed: readCount('--seed', seed), keep };
});
const missing = CORPORA.find((file) => !existsSync(file));
if (missing !== undefined) stop(`${missing} is not there: the papers to soak in are not beside the project.`, USAGE);
const random = randomFrom(values.seed);
const folder = mkdtempSync(join(tmpdir(), 'offprint-soak-'));
console.log(`Seed ${values.seed}, in ${folder}`);

const papers = CORPORA.flatMap((file) => [...readJsonLines<Paper>(file)]).slice(0, values.papers);
const some = sampleOf(papers, values.site);
const problems = [...importAll(papers, 'all'), ...importAll(some, 'some'), ...(await buildSite('some'))];
const isWell = problems.length === 0;
console.log(isWell ? 'Nothing was lost, and nothing is broken.' : problems.join('\n'));
if (isWell && !values.keep) rmSync(folder, { recursive: true, force: true });
else console.log(`What was made of the papers is in ${folder}.`);
process.exitCode = isWell ? 0 : 1;

/** Import papers as one dump, and compare what came of it with what went in. */
function importAll(these: Paper[], name: string): string[] {
  const content = join(folder, name);
  mkdirSync(join(content, 'dumps'), { recursive: true });
  cpSync('content/topics', join(content, 'topics'), { recursive: true });
  writeFileSync(join(content, 'dumps/papers.txt'), toDump(these));
  const report = join(folder, `${name}.json`);
  const trouble = run('import.ts', '--content', content, '--report', report);
  if (trouble !== undefined) return [trouble];
  const { records, papers: kept, merged, reported } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
  const { output: entries, messages } = readEntries(content);
  const found = new Set(entries.map(({ title }) => textKey(title)));
  const lost = these.filter(({ title, abstract }) => !found.has(mendedKey({ title: onOneLine(title), abstract })));
  console.log(
    `${these.length} papers: ${records} records = ${kept} papers + ${merged} merged + ${reported} reported; ${lost.length} lost`,
  );
  return [
    ...(records === these.length ? [] : [`${these.length} papers went in, and ${records} records were read.`]),
    ...(entries.length === kept ? [] : [`${kept} papers were told, and ${entries.length} entries can be read.`]),
    ...messages.map(String),
    ...lost.map(({ title }) => `Lost: ${title}`),
  ];
}

/** The key of a title as the import mends it. */
function mendedKey({ title, abstract }: Paper): string {
  return textKey(normalise({ dump: '', line: 1, title, abstract }).output.title);
}

/** Build the site of a content directory, and look at a random sample of its pages. */
async function buildSite(name: string): Promise<string[]> {
  const dir = join(folder, 'site');
  const trouble = run('build.ts', '--content', join(folder, name), '--out', dir);
  if (trouble !== undefined) return [trouble];
  const pages = filesIn(dir).filter((file) => file.endsWith('.html'));
  const sample = sampleOf(pages, SAMPLE).map((page) => relative(dir, page).replaceAll('\\', '/'));
  const validate = makeHtmlValidator();
  const invalid: string[] = [];
  for (const page of sample) invalid.push(...(await validate(readFileSync(join(dir, page), 'utf8'), page)));
  const broken = await brokenLinks(dir, sample);
  console.log(
    `${pages.length} pages; of ${sample.length} looked at, ${invalid.length} faults of HTML, ${broken.length} broken links`,
  );
  return [...invalid, ...broken];
}

async function brokenLinks(dir: string, pages: string[]): Promise<string[]> {
  const site = await serve(dir, { port: 0 });
  const origin = new URL(site.address).origin;
  const { links } = await new LinkChecker().check({
    path: pages.map((page) => site.address + encodeURI(page.replace(/(^|\/)index\.html$/, '$1'))),
    checkCss: true,
    concurrency: 8,
    linksToSkip: (link: string) => Promise.resolve(new URL(link).origin !== origin),
  });
  await site.close();
  return links
    .filter(({ state }) => state === LinkState.BROKEN)
    .map(({ url, parent, status }) => `Broken link: ${status} ${url} on ${parent}`);
}

/** @returns What is wrong when the command fails. */
function run(script: string, ...args: string[]): string | undefined {
  const { status, signal, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, script), ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return status === 0 ? undefined : `${script} ended with ${status ?? signal}:\n${stderr.slice(-2000)}`;
}

/** So many of them, each at most once. */
function sampleOf<T>(items: T[], count: number): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const at = Math.floor(random() * left.length);
    const [item] = left.splice(at, 1, left.at(-1) as T);
    left.pop();
    return item as T;
  });
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
