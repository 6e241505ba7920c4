/**
 * How well topics are given: `npm run eval:topics`. On papers that nothing was fitted to, and cross-validated on those
 * that were, beside a plain way, without any training, and without one ingredient at a time.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gatherCollection } from '../src/pipeline/learn/learn-topics.ts';
import { readTopics } from './content-folder.ts';
import { type Ablation, putBetweenMarkers, toAccuracy, toTable } from './eval/topics/accuracy-file.ts';
import { ablate, judgeParts, judgePartsPlainly, learnParts } from './eval/topics/cross-validate.ts';
import { judge, type JudgedPaper, judgePlainly, measureMsAPaper } from './eval/topics/judge.ts';
import { type MeasuredSet, toAblation, toErrors, toReport } from './eval/topics/report.ts';
import { FOR_MEASURING, KEEP_EVERY, type LabelledPaper, readCorpora, readLabelledSets } from './labelled-papers.ts';
import { titleKey } from './plain-papers.ts';
import { readLearned } from './learned-folder.ts';
import { replaceFile } from './replace-file.ts';
import { readOrExit, stop } from './usage.ts';

const USAGE = `npm run eval:topics -- [--content DIR] [--labels DIR] [--corpora DIR] [--folds N] [--no-ablation] [--write]
  --folds N      parts of the cross-validation, 0 for none; each takes some minutes, as learning does, and the rest half a minute
  --no-ablation  do not measure what each ingredient is worth
  --write        keep the figures in DIR/learned/accuracy.json, and in README.md if it has a place for them`;

const values = readOrExit(USAGE, readArguments);
const topics = readTopics(values.content).output;
if (topics.length === 0) stop(`There are no topics in ${join(values.content, 'topics')}.`, USAGE);
const learned = readLearned(values.content);
const sets = existsSync(values.labels) ? readOrExit(USAGE, () => readLabelledSets(values, topics)) : [];
const apart = sets.filter(({ name }) => FOR_MEASURING.test(name)).flatMap(({ papers }) => papers);
const learntFrom = sets.filter(({ name }) => !FOR_MEASURING.test(name)).flatMap(({ papers }) => papers);
const gold = new Set(sets.filter(({ isGold }) => isGold).flatMap(({ papers }) => papers));
const own = sets.find(({ name }) => name === 'seed')?.papers ?? [];
if (apart.length + learntFrom.length === 0)
  stop(`There are no labelled papers in ${values.labels}: NAME-labels.json and NAME-papers.json.`, USAGE);
if (values.folds > 0 && learntFrom.length < 2 * values.folds)
  stop(`There are too few papers to learn from for ${values.folds} parts.`, USAGE);

const PLAIN = 'TF-IDF of one to three words and logistic regression';
const UNTRAINED = 'labels, aliases and definitions alone, without training';

const start = performance.now();
const measured: MeasuredSet[] = [];
let ablation: Ablation | undefined;
console.log(`${topics.length} topics; precision, recall and F1 over all pairs of paper and topic, core and minor together.`);
console.log(`${measureMsAPaper([...apart, ...learntFrom], topics, learned).toFixed(2)} ms of processor time a paper.\n`);
if (apart.length > 0) report(apartFromLearning());
if (values.folds > 0) for (const set of crossValidated()) report(set);
if (own.length > 0)
  report({
    name: `the ${own.length} papers of the catalogue, which are learnt from`,
    judged: judge(own, topics, learned),
    peers: [],
  });
if (ablation) console.log(toAblation(ablation.on, ablation.rows));
if (values.write) write();

function apartFromLearning(): MeasuredSet {
  const judged = judge(apart, topics, learned);
  const name = `${apart.length} papers that nothing was fitted to`;
  console.log(toErrors(name, judged));
  return {
    name,
    judged,
    peers: peersOf(apart, () =>
      judgePlainly(
        learntFrom.filter((paper) => gold.has(paper)),
        apart,
        topics,
      ),
    ),
  };
}

/** Those papers drawn as they come, and those of the catalogue; by what was learnt from all others, drawn in whatever way. */
function crossValidated(): MeasuredSet[] {
  const known = new Set(sets.flatMap(({ papers }) => papers.map(({ title }) => titleKey(title))));
  const collection = gatherCollection(learntFrom, readCorpora(values.corpora, KEEP_EVERY, known), progress);
  const setting = { collection, papers: learntFrom, gold, topics, progress };
  const parts = learnParts(setting, values.folds);
  const judged = judgeParts(parts, topics);
  progress('the plain way');
  const plain = judgePartsPlainly(parts, topics, gold);
  if (values.ablation) ablation = withoutIngredients(ablate(setting, parts[0]!));
  const toSet = (what: string, isIn: (paper: LabelledPaper) => boolean): MeasuredSet => {
    const pick = (all: JudgedPaper[]) => all.filter(({ paper }) => isIn(paper));
    const papers = pick(judged);
    const name = `${papers.length} ${what}, each by what was learnt from others`;
    const from = papers.map(({ paper }) => paper);
    return { name, judged: papers, peers: peersOf(from, () => pick(plain)) };
  };
  const usual = toSet('papers drawn as they come', ({ isRandom }) => isRandom);
  console.log(toErrors(usual.name, usual.judged));
  const ofCatalogue = new Set(own);
  return [usual, ...(own.length > 0 ? [toSet('papers of the catalogue', (paper) => ofCatalogue.has(paper))] : [])];
}

function withoutIngredients(rows: Ablation['rows']): Ablation {
  const usual = rows.map(([name, judged]): Ablation['rows'][number] => [name, judged.filter(({ paper }) => paper.isRandom)]);
  return { on: `${usual[0]![1].length} papers drawn as they come, by what was learnt from others`, rows: usual };
}

function peersOf(papers: LabelledPaper[], plain: () => JudgedPaper[]): MeasuredSet['peers'] {
  return [
    [UNTRAINED, judge(papers, topics, undefined)],
    [PLAIN, plain()],
  ];
}

function report(set: MeasuredSet): void {
  measured.push(set);
  console.log(toReport(set, topics));
}

function write(): void {
  const accuracy = toAccuracy(new Date().toISOString().slice(0, 10), measured, ablation, topics);
  const file = join(values.content, 'learned', 'accuracy.json');
  replaceFile(file, `${JSON.stringify(accuracy, null, 1)}\n`);
  const readme =
    values.content === 'content' ? putBetweenMarkers(readFileSync('README.md', 'utf8'), toTable(accuracy)) : undefined;
  if (readme !== undefined) replaceFile('README.md', readme);
  console.log(`Written: ${[file, ...(readme === undefined ? [] : ['README.md'])].join(', ')}.`);
}

function progress(step: string): void {
  process.stderr.write(`${Math.round((performance.now() - start) / 1000)} s: ${step}\n`);
}

function readArguments() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      content: { type: 'string', default: 'content' },
      labels: { type: 'string', default: '../shared/topics' },
      corpora: { type: 'string', default: '../shared/corpora' },
      folds: { type: 'string', default: '2' },
      ablation: { type: 'boolean', default: true },
      write: { type: 'boolean', default: false },
    },
  });
  if (!/^(?:0|[2-9]|\d{2})$/.test(values.folds))
    throw new Error(`--folds takes 0, or a number from 2 on, not "${values.folds}".`);
  return { ...values, folds: Number(values.folds) };
}
