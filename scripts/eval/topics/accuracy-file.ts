import type { Accuracy, Scores } from '../../../src/model/accuracy.ts';
import { FACETS, type Topic } from '../../../src/model/topic.ts';
import type { JudgedPaper } from './judge.ts';
import { type Measure, measure, measureStrength, measureTopics } from './measures.ts';
import { type MeasuredSet, MIN_PAPERS } from './report.ts';

/** What was measured, as content/learned/accuracy.json keeps it. @param day  `2026-03-13` */
export function toAccuracy(day: string, sets: MeasuredSet[], ablation: Ablation | undefined, topics: Topic[]): Accuracy {
  return {
    measured: day,
    sets: sets.map((set) => toSet(set, topics)),
    ...(ablation
      ? { ablation: { on: ablation.on, rows: ablation.rows.map(([name, judged]) => ({ name, ...toScores(measure(judged)) })) } }
      : {}),
  };
}

/** A set judged without one ingredient at a time; the first row is with all. */
export interface Ablation {
  on: string;
  rows: [name: string, judged: JudgedPaper[]][];
}

/** The figures as a table of Markdown, for the README. */
export function toTable({ measured, sets }: Accuracy): string {
  const rows = sets.flatMap(({ name, all, core, minor, peers }) => [
    [`**${name}**`, ...figures(all)],
    ...(core ? [['core tags alone', ...figures(core)]] : []),
    ...(minor ? [['minor tags alone', ...figures(minor)]] : []),
    ...Object.entries(peers).map(([peer, scores]) => [`for comparison: ${peer}`, ...figures(scores)]),
  ]);
  return `Measured on ${measured}, over all pairs of paper and topic:\n\n${layOut([['On', 'precision', 'recall', 'F1'], ...rows])}`;
}

const START = '<!-- accuracy: written by npm run eval:topics -- --write -->';
const END = '<!-- /accuracy -->';

/** Put a table between the markers of a README. @returns Undefined where it has none. */
export function putBetweenMarkers(readme: string, table: string): string | undefined {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) return undefined;
  return `${readme.slice(0, start + START.length)}\n\n${table}\n\n${readme.slice(end)}`;
}

function toSet({ name, judged, peers }: MeasuredSet, topics: Topic[]): Accuracy['sets'][number] {
  const facetOf = new Map(topics.map(({ slug, facet }) => [slug, facet]));
  const slugs = topics.map(({ slug }) => slug);
  const byFacet = FACETS.map((facet) => [facet, measure(judged, (slug) => facetOf.get(slug) === facet)] as const);
  return {
    name,
    papers: judged.length,
    all: toScores(measure(judged)),
    core: toScores(measureStrength(judged, 'core')),
    minor: toScores(measureStrength(judged, 'minor')),
    facets: Object.fromEntries(byFacet.filter(([, { given }]) => given > 0).map(([facet, one]) => [facet, toScores(one)])),
    topics: Object.fromEntries(
      measureTopics(judged, slugs, MIN_PAPERS).map(([slug, one]) => [slug, { ...toScores(one), papers: one.given }]),
    ),
    peers: Object.fromEntries(peers.map(([peer, tags]) => [peer, toScores(measure(tags))])),
  };
}

function toScores({ precision, recall, f1 }: Measure): Scores {
  const round = (share: number): number => Number(share.toFixed(3));
  return { precision: round(precision), recall: round(recall), f1: round(f1) };
}

function figures({ precision, recall, f1 }: Scores): string[] {
  return [precision, recall, f1].map((share) => share.toFixed(2));
}

/** A table with columns of even width, as the formatter of the project would have it; figures stand right. */
function layOut(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const toLine = (row: string[]): string =>
    line(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))));
  const rule = line(widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)));
  return [toLine(rows[0]!), rule, ...rows.slice(1).map(toLine)].join('\n');
}
