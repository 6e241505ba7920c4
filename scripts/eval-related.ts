/** `npm run eval:related`: how many of the related papers that a person named are among those that the site shows. */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import slugify from '@sindresorhus/slugify';
import { relatedPapers, type RelatablePaper } from '../src/catalogue/related.ts';
import { readEntries } from './content-folder.ts';
import { rankByTfIdf } from './eval/plain-tf-idf.ts';
import { readOrExit, stop } from './usage.ts';

const USAGE = 'npm run eval:related -- [--content DIR] [--labels FILE.json]';
const SHOWN = 3;

const { values } = readOrExit(USAGE, () =>
  parseArgs({
    options: {
      content: { type: 'string', default: 'content' },
      labels: { type: 'string', default: '../shared/topics/seed-labels.json' },
    },
  }),
);
const papers: RelatablePaper[] = readEntries(values.content).output;
if (papers.length === 0) stop(`There are no papers in ${values.content}/papers: run npm run import.`, USAGE);
if (!existsSync(values.labels)) stop(`There is no file ${values.labels}.`, USAGE);

type Labels = Record<string, { core: string[]; minor: string[]; related?: string[] }>;
const labels = JSON.parse(readFileSync(values.labels, 'utf8')) as Labels;
/** Keys of the labels are uncut slugs of titles. */
const keyOf = new Map(papers.map(({ slug, title }) => [slug, slugify(title, { decamelize: false })]));
const named = new Map(papers.map(({ slug }) => [slug, new Set(labels[keyOf.get(slug)!]?.related)]));
const judged = papers.filter(({ slug }) => named.get(slug)!.size > 0);

const withoutTopics = papers.map((paper) => ({ ...paper, topics: [] }));
const byHand = papers.map((paper) => ({ ...paper, topics: topicsByHand(labels[keyOf.get(paper.slug)!]) }));
console.log(`${judged.length} papers of ${values.content} with related papers named by a person.`);
report('shown on the site', related(papers));
report('words alone', related(withoutTopics));
report('with topics given by a person', related(byHand));
report('plain TF-IDF cosine', rankByTfIdf(papers));

function related(found: RelatablePaper[]): Map<string, string[]> {
  const all = relatedPapers(found, found.length);
  return new Map([...all].map(([slug, others]) => [slug, others.map((other) => other.slug)]));
}

function topicsByHand(label: Labels[string] | undefined): RelatablePaper['topics'] {
  const core = (label?.core ?? []).map((slug) => ({ slug, strength: 'core' as const, evidence: [] }));
  return [...core, ...(label?.minor ?? []).map((slug) => ({ slug, strength: 'minor' as const, evidence: [] }))];
}

/** Precision among the three that are shown, and mean average precision over the whole ranking. */
function report(name: string, rankings: Map<string, string[]>): void {
  let hits = 0;
  let averagePrecisions = 0;
  for (const { slug } of judged) {
    const wanted = named.get(slug)!;
    const isHit = rankings.get(slug)!.map((other) => wanted.has(keyOf.get(other)!));
    hits += isHit.slice(0, SHOWN).filter(Boolean).length;
    const precisions = isHit.flatMap((hit, i) => (hit ? [isHit.slice(0, i + 1).filter(Boolean).length / (i + 1)] : []));
    averagePrecisions += precisions.reduce((sum, precision) => sum + precision, 0) / wanted.size;
  }
  const precision = hits / (SHOWN * judged.length);
  console.log(
    `  ${name.padEnd(30)} precision@${SHOWN} ${precision.toFixed(3)}  MAP ${(averagePrecisions / judged.length).toFixed(3)}`,
  );
}
