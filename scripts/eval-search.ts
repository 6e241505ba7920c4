/** `npm run eval:search`: judged queries through the real search page in a real browser, beside its peers, and without each addition. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readState } from '../src/search/url-state.ts';
import { makeVariants } from './eval/search/ablation.ts';
import { halfOf, makeCollection, missingFiles } from './eval/search/collection.ts';
import type { Collection } from './eval/search/collection.ts';
import { summarise } from './eval/search/metrics.ts';
import type { JudgedQuery, Outcome } from './eval/search/metrics.ts';
import { miniSearch, plainPagefind } from './eval/search/peers.ts';
import type { Search } from './eval/search/peers.ts';
import { openSearchPage } from './eval/search/search-page.ts';
import { showProgress } from './progress.ts';
import { readCount, readOrExit, stop } from './usage.ts';

const USAGE = 'npm run eval:search -- [--set seed|dev] [--half a|b] [--papers N]';
const SETS = ['seed', 'dev'] as const;
const HALVES = ['a', 'b'];

const { values, papers } = readOrExit(USAGE, () => {
  const { values } = parseArgs({ options: { set: { type: 'string' }, half: { type: 'string' }, papers: { type: 'string' } } });
  return { values, papers: values.papers === undefined ? undefined : readCount('--papers', values.papers) };
});
const sets = SETS.filter((set) => values.set === undefined || set === values.set);
if (sets.length === 0 || (values.half !== undefined && !HALVES.includes(values.half)))
  stop('There is no such set or half.', USAGE);
const missing = (papers === undefined ? sets : (['dev'] as const)).flatMap((set) => missingFiles(set, papers !== undefined));
if (missing.length > 0)
  stop(`The judged queries and their papers are not all beside the project: no ${missing.join(', ')}.`, USAGE);

const folder = mkdtempSync(join(tmpdir(), 'offprint-eval-'));
try {
  if (papers === undefined) for (const set of sets) await evaluate(set);
  else await weigh(papers);
} finally {
  rmSync(folder, { recursive: true });
}

async function evaluate(set: 'seed' | 'dev'): Promise<void> {
  const collection = makeCollection(set, join(folder, set));
  const queries = collection.queries.filter(
    (query) => set === 'seed' || values.half === undefined || halfOf(query) === values.half,
  );
  const which = set === 'dev' && values.half !== undefined ? `, half ${values.half}` : '';
  console.log(`\n${set}: ${queries.length} queries${which} over ${collection.papers.length} papers\n`);

  const onPage = await runPage(queries, collection);
  const pagefind = await plainPagefind(collection.papers);
  const tables: [string, Outcome[]][] = [
    ['Offprint', onPage],
    ['MiniSearch', await runPeer(queries, collection, miniSearch(collection.papers))],
    ['Pagefind', await runPeer(queries, collection, pagefind.search)],
  ];
  pagefind.close();
  for (const [name, outcomes] of tables) printKinds(name, outcomes);
  await printAblation(queries, collection, onPage);
}

/** What a search costs a reader among so many papers: the judged ones, and real ones beside them. */
async function weigh(papers: number): Promise<void> {
  const collection = makeCollection('dev', join(folder, String(papers)), papers);
  const queries = collection.queries.filter((query) => halfOf(query) === (values.half ?? 'a'));
  console.log(`\n${queries.length} queries over ${collection.papers.length} papers\n`);
  printKinds('Offprint', await runPage(queries, collection));
}

async function runPage(queries: JudgedQuery[], { dir, idOf }: Collection): Promise<Outcome[]> {
  const page = await openSearchPage(dir);
  const progress = showProgress();
  const outcomes: Outcome[] = [];
  for (const [at, query] of queries.entries()) {
    progress.show('queries', at, queries.length);
    const { ranked, ...others } = await page.ask(query.q);
    outcomes.push({ query, ranked: ranked.map((slug) => idOf.get(slug) ?? ''), ...others });
  }
  progress.clear();
  await page.close();
  return outcomes;
}

async function runPeer(queries: JudgedQuery[], { idOf }: Collection, search: Search): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const found = await search(query.q);
    outcomes.push({ query, ranked: found.map((slug) => idOf.get(slug) ?? ''), shown: found.length });
  }
  return outcomes;
}

/** Additions that make no difference to the ranking of any query should go. */
async function printAblation(queries: JudgedQuery[], { dir, idOf }: Collection, page: Outcome[]): Promise<void> {
  console.log(`${'without'.padEnd(46)}  nDCG@10   zero  shown for no answer`);
  for (const { without, engine } of await makeVariants(dir)) {
    const outcomes: Outcome[] = [];
    for (const query of queries) {
      const state = readState(`?${new URLSearchParams({ q: query.q })}`);
      const { total, corrected, partial, hits } = await engine.search(state, 20);
      outcomes.push({ query, ranked: hits.map(({ slug }) => idOf.get(slug) ?? ''), shown: total + corrected + partial });
    }
    const summary = summarise(outcomes);
    const { ndcg, zero } = summary.get('total')!;
    const shown = summary.get('no-answer')?.shown;
    console.log(`${without.padEnd(46)}  ${ndcg.toFixed(3)}  ${percent(zero)}  ${shown === undefined ? '' : shown.toFixed(1)}`);
    const differs = outcomes.filter((outcome, at) => String(outcome.ranked) !== String(page[at]!.ranked));
    if (without === 'nothing' && differs.length > 0)
      console.log(`  (${differs.length} queries came out otherwise than on the page)`);
  }
}

/** Of papers that nobody judged among the others nothing is known: with more papers only the costs can be compared. */
function printKinds(name: string, outcomes: Outcome[]): void {
  console.log(`${name.padEnd(18)}  queries  nDCG@10    MRR    zero   shown  cold KB  warm ms`);
  for (const [kind, { queries, ndcg, mrr, zero, shown, coldBytes, warmMs }] of summarise(outcomes)) {
    const quality = kind === 'no-answer' ? [NaN, NaN] : [ndcg, mrr];
    const columns = [
      String(queries).padStart(7),
      number(quality[0]!, 3, 7),
      number(quality[1]!, 3, 5),
      percent(zero),
      number(shown, 1, 6),
      number(coldBytes / 1000, 1, 7),
      number(warmMs, 0, 7),
    ];
    console.log(`  ${kind.padEnd(16)}  ${columns.join('  ')}`);
  }
  console.log();
}

function number(value: number, digits: number, width: number): string {
  return (Number.isNaN(value) ? '–' : value.toFixed(digits)).padStart(width);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(7);
}
