import { FACETS, type Topic } from '../../../src/model/topic.ts';
import { countErrors, tellingErrors } from './errors.ts';
import type { JudgedPaper } from './judge.ts';
import { type Measure, measure, measureStrength, measureTopics } from './measures.ts';

/** A set of labelled papers as it was judged, with simpler ways of giving topics on the same papers. */
export interface MeasuredSet {
  /** For readers, after "on": `80 papers that nothing was fitted to`. */
  name: string;
  judged: JudgedPaper[];
  peers: [name: string, judged: JudgedPaper[]][];
}

/** A topic that fewer of the papers bear is not measured by itself: one error would move it too far. */
export const MIN_PAPERS = 5;
const MANY_ERRORS = 12;

/** Everything that was measured on a set, as text. */
export function toReport({ name, judged, peers }: MeasuredSet, topics: Topic[]): string {
  const facetOf = new Map(topics.map(({ slug, facet }) => [slug, facet]));
  const slugs = topics.map(({ slug }) => slug);
  const perTopic = measureTopics(judged, slugs, MIN_PAPERS);
  return [
    `On ${name}`,
    toRow('all tags', measure(judged)),
    toRow('core alone', measureStrength(judged, 'core')),
    toRow('minor alone', measureStrength(judged, 'minor')),
    ...peers.map(([peer, tags]) => toRow(`for comparison: ${peer}`, measure(tags))),
    ...FACETS.map((facet) =>
      toRow(
        `facet ${facet}`,
        measure(judged, (slug) => facetOf.get(slug) === facet),
      ),
    ),
    ...perTopic.map(([slug, one]) => toRow(`${slug} (${one.given})`, one)),
    '',
  ].join('\n');
}

/** What one ingredient after the other is worth. The first row is with all of them. */
export function toAblation(name: string, rows: [name: string, judged: JudgedPaper[]][]): string {
  return [`What each ingredient is worth, on ${name}`, ...rows.map(([row, judged]) => toRow(row, measure(judged))), ''].join(
    '\n',
  );
}

/** What the errors are made of, and those that tell most. */
export function toErrors(name: string, judged: JudgedPaper[]): string {
  const all = tellingErrors(judged);
  const missed = all.filter(({ kind }) => kind === 'missed');
  const wrong = all.filter(({ kind }) => kind === 'wrong');
  return [
    `Errors on ${name}, by topic`,
    ...countErrors(judged)
      .slice(0, MANY_ERRORS)
      .map(({ topic, missed, wrong }) => `  ${topic.padEnd(WIDTH)} missed ${missed}, wrongly given ${wrong}`),
    `Core topics that were missed: ${missed.length}`,
    ...spread(missed).map(({ topic, title, instead }) => `  ${topic}: “${title}” was given ${instead.join(', ') || 'nothing'}`),
    `Wrong topics that stand first: ${wrong.length}`,
    ...spread(wrong).map(
      ({ topic, title, instead }) => `  ${topic}: “${title}”, for ${instead.map((words) => `“${words}”`).join(', ')}`,
    ),
    '',
  ].join('\n');
}

const WIDTH = 74;

function toRow(name: string, { precision, recall, f1 }: Measure): string {
  return `  ${name.padEnd(WIDTH)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
}

/** As many as are shown, from all over the set and not from its beginning alone. */
function spread<T>(all: T[]): T[] {
  const step = Math.max(1, all.length / MANY_ERRORS);
  return Array.from({ length: Math.min(MANY_ERRORS, all.length) }, (_, at) => all[Math.floor(at * step)]!);
}
