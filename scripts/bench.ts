/**
 * `npm run bench -- --n N`: what import, build and index of N real papers take, beside Eleventy, Hugo and Pagefind's own
 * command line in the same run. Up to 10,000 papers each is run three times, by turns, and the middle one is told.
 * `--only STAGE,…` leaves the others out; `--json FILE` keeps the figures. It asserts nothing.
 */
import { appendFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Aside } from './bench/aside.ts';
import { makeCorpus, MAKE_DUMP } from './bench/corpus.ts';
import { measure, median } from './bench/measure.ts';
import type { Cost } from './bench/measure.ts';
import { writePeerEntries } from './bench/peer-entries.ts';
import { eleventy, hugo, keptBy } from './bench/peers.ts';
import type { Peer } from './bench/peers.ts';
import { toTable, yieldOf } from './bench/table.ts';
import type { Row, Yield } from './bench/table.ts';
import { readCount, readOrExit, stop } from './usage.ts';

const USAGE = 'npm run bench -- [--n N] [--only STAGE,…] [--runs N] [--json FILE]';
const { n, runs, only, json } = readOrExit(USAGE, () => {
  const { values } = parseArgs({
    options: {
      n: { type: 'string', default: '1000' },
      only: { type: 'string', default: '' },
      runs: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const n = readCount('--n', values.n);
  const runs = values.runs === undefined ? (n <= 10_000 ? 3 : 1) : readCount('--runs', values.runs);
  return { n, runs, only: values.only.split(',').filter(Boolean), json: values.json };
});
if (!existsSync(MAKE_DUMP)) stop(`There is no ${MAKE_DUMP}: the benchmark takes its papers from there.`, USAGE);
const work = join('.cache', 'bench', String(n));
const content = join(work, 'content');
const site = resolve(work, 'site');
const aside = new Aside(join('.cache', 'bench', 'aside'));
const PAGEFIND = join('node_modules', 'pagefind', 'lib', 'runner', 'bin.cjs');

/** A thing to time: what to do before, what to run, and the folder that it fills. */
interface Stage {
  name: string;
  before?: () => void;
  run: () => Promise<Cost>;
  fills?: string;
}

/** As package.json has it. */
const ours = (script: string, ...args: string[]) =>
  measure(process.execPath, ['--import', './scripts/compile-cache.ts', join('scripts', script), '--content', content, ...args]);
const runImport = () => ours('import.ts');
const clean = (folder: string) => () => aside.take(folder);

const importing: Stage[] = [
  { name: 'import', before: makeContent, run: runImport, fills: join(content, 'papers') },
  { name: 'import again, nothing new', run: runImport },
];
// One part of one is the whole without its index.
const buildPages = () => ours('build.ts', '--out', site, '--shard', '1/1');
const building: Stage[] = [
  { name: 'build', before: cleanAll, run: buildPages, fills: site },
  { name: 'build again, one paper changed', before: changeOnePaper, run: buildPages },
  { name: 'build anew, components compiled before', before: clean(site), run: buildPages },
  {
    name: 'index',
    before: clean(join(site, 'pagefind')),
    run: () => measure(process.execPath, [join('scripts', 'bench', 'index-alone.ts'), site]),
    fills: join(site, 'pagefind'),
  },
  { name: 'Pagefind, command line', before: clean(join(work, 'pagefind')), run: runPagefind, fills: join(work, 'pagefind') },
];

const stages = [...importing, ...building].map(({ name }) => name.toLowerCase());
const unknown = only.find((each) => ![...stages, 'eleventy', 'hugo'].some((name) => name.startsWith(each)));
if (unknown !== undefined) stop(`There is no stage "${unknown}".`, USAGE);
console.log(
  `${n.toLocaleString('en')} papers; ${runs} run${runs === 1 ? '' : 's'} each; ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 1e9)} GB`,
);
const rows = await timeByTurns(importing);
if (['eleventy', 'hugo'].some(isWanted))
  for (const folder of ['eleventy/papers', 'hugo/content/papers']) writePeerEntries(content, join(work, folder));
rows.push(...(await timeByTurns([...building, ...peers().map(toStage)])));
aside.empty();

console.log(`\n${toTable(rows)}\n`);
for (const line of ratios(rows)) console.log(line);
if (json) writeFileSync(json, `${JSON.stringify({ n, runs, rows }, null, 2)}\n`);

/** Each in turn, and again from the first, so that what else the machine does falls on all of them. */
async function timeByTurns(all: Stage[]): Promise<Row[]> {
  const stages = all.filter(({ name }) => isWanted(name));
  const costs = new Map<Stage, Cost[]>(stages.map((stage) => [stage, []]));
  const yields = new Map<Stage, Yield>();
  for (let run = 0; run < runs; run += 1) {
    for (const stage of stages) {
      stage.before?.();
      const cost = await stage.run();
      costs.get(stage)?.push(cost);
      if (stage.fills !== undefined) yields.set(stage, yieldOf(stage.fills));
      console.log(`  ${stage.name}: ${cost.wallS.toFixed(1)} s`);
    }
  }
  return stages.map((stage) => ({ name: stage.name, cost: median(costs.get(stage) ?? []), ...yields.get(stage) }));
}

function isWanted(name: string): boolean {
  return only.length === 0 || only.some((each) => name.toLowerCase().startsWith(each));
}

function peers(): Peer[] {
  const found = [isWanted('eleventy') ? eleventy(work) : undefined, isWanted('hugo') ? hugo(work) : undefined];
  if (isWanted('hugo') && !found[1]) console.log('Hugo is not installed here: it is left out.');
  return found.filter((peer) => peer !== undefined);
}

function toStage(peer: Peer): Stage {
  return {
    name: peer.name,
    before: () => keptBy(peer).forEach((folder) => aside.take(folder)),
    run: () => measure(peer.command, peer.args, { cwd: peer.cwd }),
    fills: peer.out,
  };
}

/** Over the same pages, all of them, as whoever adds search to a built site calls it. */
function runPagefind(): Promise<Cost> {
  return measure(process.execPath, [PAGEFIND, '--site', site, '--output-path', join(work, 'pagefind'), '--force-language', 'en']);
}

/** From nothing: without entries, and without what imports keep. */
function makeContent(): void {
  for (const folder of [join(content, 'papers'), join('.cache', 'import')]) aside.take(folder);
  makeCorpus(n, content);
}

/** From nothing: without the site, and without what builds keep. */
function cleanAll(): void {
  for (const folder of [site, join('.cache', 'build')]) aside.take(folder);
}

/** A sentence more in the first paper, as a person would add it. */
function changeOnePaper(): void {
  const [first] = readdirSync(join(content, 'papers')).sort();
  if (first !== undefined) appendFileSync(join(content, 'papers', first), 'One sentence more.\n');
}

function ratios(all: Row[]): string[] {
  const seconds = (name: string) => all.find((row) => row.name.startsWith(name))?.cost.wallS;
  const ratio = (name: string, peer: string) => {
    const [ours, theirs] = [seconds(name), seconds(peer)];
    return ours && theirs ? [`${name} / ${peer}: ${(ours / theirs).toFixed(2)}`] : [];
  };
  const importS = seconds('import');
  return [
    ...(importS ? [`import: ${Math.round(n / importS).toLocaleString('en')} papers a second`] : []),
    ...['build', 'build anew'].flatMap((stage) => ['Eleventy', 'Hugo'].flatMap((peer) => ratio(stage, peer))),
    ...ratio('index', 'Pagefind'),
    ...ratio('build again', 'build'),
  ];
}
