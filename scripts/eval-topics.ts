/**
 * How well topics are given: `npm run eval:topics`. Cross-validated on the papers that are learnt from, and on those
 * that nothing was fitted to, beside a plain way; `--write` keeps the figures in DIR/learned/accuracy.json and README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Accuracy } from '../src/model/accuracy.ts';
import { FACETS } from '../src/model/topic.ts';
import { deriveTopics, prepareTopics } from '../src/pipeline/derive-topics.ts';
import type { Learned } from '../src/pipeline/evidence/learned.ts';
import { gatherCollection, learnFrom, OPTIONS, type Options } from '../src/pipeline/learn/learn-topics.ts';
import { readTopics } from './content-folder.ts';
import { learnPlainTopics } from './eval/plain-topics.ts';
import { type Judged, type Measure, measure, measureStrength, tellingErrors } from './eval/topic-measures.ts';
import { type LabelledPaper, FOR_MEASURING, KEEP_EVERY, readCorpora, readLabelledSets, titleKey } from './labelled-papers.ts';
import { readLearned } from './learned-folder.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    labels: { type: 'string', default: '../shared/topics' },
    corpora: { type: 'string', default: '../shared/corpora' },
    folds: { type: 'string', default: '5' },
    ablation: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const MIN_PAPERS = 5;
const MANY_ERRORS = 15;
const topics = readTopics(values.content).output;
const facets = new Map(topics.map(({ slug, facet }) => [slug, facet]));
const sets = readLabelledSets(values, topics);
const apart = sets.filter(({ name }) => FOR_MEASURING.test(name)).flatMap(({ papers }) => papers);
const learntFrom = sets.filter(({ name }) => !FOR_MEASURING.test(name)).flatMap(({ papers }) => papers);
const ownSet = sets.find(({ name }) => name === 'seed')?.papers ?? [];

console.log(`${topics.length} topics. Precision, recall and F1 over paper × topic, micro-averaged, core and minor together.\n`);

const shipped = judge(apart, readLearned(values.content));
const untrained = judge(apart, undefined);
const plain = judgePlainly(learntFrom, apart);
console.log(`On ${apart.length} papers that nothing was fitted to`);
show('as shipped', measure(shipped));
show('without training', measure(untrained));
show('plain TF-IDF', measure(plain));
show('core alone', measureStrength(shipped, 'core'));
show('minor alone', measureStrength(shipped, 'minor'));
console.log('\nBy facet');
for (const facet of FACETS)
  show(
    facet,
    measure(shipped, (slug) => facets.get(slug) === facet),
  );

const folds = Number(values.folds);
const crossed = folds > 1 ? crossValidate(folds, OPTIONS) : [];
if (crossed.length > 0) {
  const usual = crossed.filter(({ paper }) => paper.isRandom);
  console.log(`\nOn ${usual.length} papers drawn as they come, each by what was learnt from the others (${folds} parts)`);
  show('learnt', measure(usual));
  show('core alone', measureStrength(usual, 'core'));
  show('minor alone', measureStrength(usual, 'minor'));
  show(
    'without training',
    measure(
      judge(
        usual.map(({ paper }) => paper),
        undefined,
      ),
    ),
  );
  show('plain TF-IDF', measure(crossPlainly(folds).filter(({ paper }) => paper.isRandom)));
  const own = crossed.filter(({ paper }) => ownSet.includes(paper));
  if (own.length > 0) show(`the ${own.length} of the dump alone`, measure(own));
  console.log('\nBy facet');
  for (const facet of FACETS)
    show(
      facet,
      measure(usual, (slug) => facets.get(slug) === facet),
    );
  console.log(`\nBy topic, those with ${MIN_PAPERS} papers or more`);
  for (const [slug, one] of byTopic(usual)) show(`${slug} (${one.given})`, one);
  console.log('\nThe most telling errors: core topics that were missed, and those given first that no one gave');
  for (const line of tellingErrors(usual, MANY_ERRORS)) console.log(`  ${line}`);
}
if (values.ablation) ablate();
if (values.write) write();

interface JudgedPaper extends Judged {
  title: string;
  paper: LabelledPaper;
}

function judge(papers: LabelledPaper[], learned: Learned | undefined): JudgedPaper[] {
  const model = prepareTopics(topics, learned);
  return papers.map((paper) => {
    const { output } = deriveTopics(
      {
        ...paper,
        slug: '',
        emphasis: [],
        links: [],
        doubts: [],
        sources: [],
        records: 1,
        run: 1,
        place: 1,
        origin: { dump: '', line: 1 },
      },
      model,
    );
    return {
      ...given(paper),
      derived: new Map(output.topics.map(({ slug, strength }) => [slug, strength === 'core' ? 'core' : 'minor'])),
    };
  });
}

function judgePlainly(from: LabelledPaper[], papers: LabelledPaper[]): JudgedPaper[] {
  const bear = ({ strengths }: LabelledPaper) =>
    new Set(topics.map((_, topic) => topic).filter((topic) => strengths[topic]! > 0));
  const tags = learnPlainTopics(from, from.map(bear), topics.length).give(papers);
  return papers.map((paper, at) => ({
    ...given(paper),
    derived: new Map([...tags[at]!].map((topic) => [topics[topic]!.slug, 'core'])),
  }));
}

function given(paper: LabelledPaper): { paper: LabelledPaper; title: string; core: Set<string>; minor: Set<string> } {
  const slugs = (isIn: (strength: number) => boolean) =>
    new Set(topics.filter((_, topic) => isIn(paper.strengths[topic]!)).map(({ slug }) => slug));
  return {
    paper,
    title: paper.title,
    core: slugs((strength) => strength === 1),
    minor: slugs((strength) => strength > 0 && strength < 1),
  };
}

/** Every paper that is learnt from, judged by what was learnt from the papers of the other parts. */
function crossValidate(parts: number, options: Options, only?: number): JudgedPaper[] {
  const collection = gather(options);
  return Array.from({ length: parts }, (_, part) => part)
    .filter((part) => only === undefined || part === only)
    .flatMap((part) => {
      process.stderr.write(`part ${part + 1} of ${parts}\n`);
      const learned = learnFrom(collection, topics, (paper) => partOf(paper) !== part, options);
      return judge(
        learntFrom.filter((_, paper) => partOf(paper) === part),
        learned,
      );
    });
  function partOf(paper: number): number {
    return paper % parts;
  }
}

function crossPlainly(parts: number): JudgedPaper[] {
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) =>
    judgePlainly(
      learntFrom.filter((_, paper) => paper % parts !== part),
      learntFrom.filter((_, paper) => paper % parts === part),
    ),
  );
}

function gather(options: Options) {
  const known = new Set(sets.flatMap(({ papers }) => papers.map(({ title }) => titleKey(title))));
  return gatherCollection(learntFrom, readCorpora(values.corpora, KEEP_EVERY, known), options);
}

/** One part of five, with one ingredient left out at a time. */
function ablate(): void {
  const isOf = (words: string[]) => (name: string) => words.some((word) => name.includes(word));
  const mentions = isOf(['name', 'definition']);
  const company = isOf(['rank', 'best', 'total', 'narrower', 'broader']);
  const places = isOf(['in title', 'in contribution', 'in opening', 'in uses', 'in peer', 'longer words']);
  const without: [string, Partial<Options>][] = [
    ['everything', {}],
    ['without title embedding', { embeddingWeight: 0 }],
    ['without mentions', { usesFeature: (name) => !mentions(name) }],
    ['without the company of topics', { usesFeature: (name) => !company(name) }],
    ['without the places of mentions', { usesFeature: (name) => !places(name) }],
    ['with all weights', { maxWeights: Number.MAX_SAFE_INTEGER }],
    ['with half the weights', { maxWeights: OPTIONS.maxWeights / 2 }],
  ];
  console.log('\nWhat each ingredient is worth, on one part of five');
  for (const [name, changed] of without)
    show(name, measure(crossValidate(5, { ...OPTIONS, ...changed }, 0).filter(({ paper }) => paper.isRandom)));
}

function byTopic(judged: JudgedPaper[]): [string, Measure][] {
  return topics
    .map(({ slug }): [string, Measure] => [slug, measure(judged, (topic) => topic === slug)])
    .filter(([, { given }]) => given >= MIN_PAPERS)
    .sort(([, a], [, b]) => b.given - a.given);
}

function show(name: string, { precision, recall, f1 }: Measure): void {
  console.log(`  ${name.padEnd(42)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`);
}

function write(): void {
  const usual = crossed.filter(({ paper }) => paper.isRandom);
  const accuracy: Accuracy = {
    measured: new Date().toISOString().slice(0, 10),
    sets: [
      toSet(`${apart.length} papers that nothing was fitted to`, shipped, {
        'the same without training': measure(untrained),
        'plain TF-IDF': measure(plain),
      }),
      ...(usual.length > 0 ? [toSet(`${usual.length} papers, each by what was learnt from others`, usual, {})] : []),
    ],
  };
  writeFileSync(join(values.content, 'learned', 'accuracy.json'), `${JSON.stringify(accuracy, null, 1)}\n`);
  const [first, ...others] = accuracy.sets;
  const lines = [first!, ...others].map(
    ({ name, all }) => `| ${name} | ${percent(all.precision)} | ${percent(all.recall)} | ${all.f1.toFixed(2)} |`,
  );
  for (const [name, scores] of Object.entries(first!.peers))
    lines.push(`| the first, ${name} | ${percent(scores.precision)} | ${percent(scores.recall)} | ${scores.f1.toFixed(2)} |`);
  const table = [
    `Measured ${accuracy.measured}, core and minor tags together:`,
    '',
    '| on | precision | recall | F1 |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
  const readme = readFileSync('README.md', 'utf8');
  writeFileSync('README.md', readme.replace(/(<!-- accuracy -->\n)[^]*?(\n<!-- \/accuracy -->)/, `$1\n${table}\n$2`));
}

function toSet(name: string, judged: JudgedPaper[], peers: Record<string, Measure>): Accuracy['sets'][number] {
  return {
    name,
    papers: judged.length,
    all: round(measure(judged)),
    core: round(measureStrength(judged, 'core')),
    minor: round(measureStrength(judged, 'minor')),
    facets: Object.fromEntries(FACETS.map((facet) => [facet, round(measure(judged, (slug) => facets.get(slug) === facet))])),
    topics: Object.fromEntries(byTopic(judged).map(([slug, one]) => [slug, { ...round(one), papers: one.given }])),
    peers: Object.fromEntries(Object.entries(peers).map(([peer, one]) => [peer, round(one)])),
  };
}

function round({ precision, recall, f1 }: Measure): { precision: number; recall: number; f1: number } {
  const cut = (value: number) => Number(value.toFixed(3));
  return { precision: cut(precision), recall: cut(recall), f1: cut(f1) };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
