/** Learn from labelled papers what speaks for each topic: `npm run topics:learn`. The same papers give the same bytes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Learned } from '../src/pipeline/evidence/learned.ts';
import { learnTopics } from '../src/pipeline/learn/learn-topics.ts';
import { readTopics } from './content-folder.ts';
import { FOR_MEASURING, KEEP_EVERY, readCorpora, readLabelledSets } from './labelled-papers.ts';
import { titleKey } from './plain-papers.ts';
import { replaceFile } from './replace-file.ts';
import { readOrExit, stop } from './usage.ts';

const USAGE = 'npm run topics:learn -- [--content DIR] [--labels DIR] [--corpora DIR]';
const { values } = readOrExit(USAGE, () =>
  parseArgs({
    options: {
      content: { type: 'string', default: 'content' },
      labels: { type: 'string', default: '../shared/topics' },
      corpora: { type: 'string', default: '../shared/corpora' },
    },
  }),
);

const topics = readTopics(values.content).output;
if (topics.length === 0) stop(`There are no topics in ${join(values.content, 'topics')}.`, USAGE);
const sets = readOrExit(USAGE, () => readLabelledSets(values, topics));
// What comes with the catalogue is learnt beside other labels, never alone: a mistyped folder must not undo the rest.
if (!sets.some(({ name, isGold }) => isGold && !FOR_MEASURING.test(name)))
  stop(`There are no labelled papers in ${values.labels}: NAME-labels.json and NAME-papers.json.`, USAGE);
const labelled = sets.filter(({ name }) => !FOR_MEASURING.test(name)).flatMap(({ papers }) => papers);
const known = new Set(sets.flatMap(({ papers }) => papers.map(({ title }) => titleKey(title))));
const unlabelled = readCorpora(values.corpora, KEEP_EVERY, known);
const start = performance.now();
const progress = (step: string): void => {
  process.stderr.write(`${Math.round((performance.now() - start) / 1000)} s: ${step}\n`);
};
progress(`${labelled.length} papers with labels, ${unlabelled.length} without, ${topics.length} topics`);
write(learnTopics(labelled, unlabelled, topics, progress));
progress('done');

function write({ weights, combination }: Learned): void {
  const folder = join(values.content, 'learned');
  mkdirSync(folder, { recursive: true });
  const { terms, ...rest } = weights;
  const rows = Object.entries(terms).map(([term, row]) => `${JSON.stringify(term)}:${JSON.stringify(row)}`);
  replaceFile(join(folder, 'weights.json'), `${JSON.stringify(rest).slice(0, -1)},"terms":{\n${rows.join(',\n')}\n}}\n`);
  replaceFile(join(folder, 'combination.json'), `${onLines(combination)}\n`);
}

/** JSON with a line for each row that a person may look for: records of numbers and lists stay on one. */
function onLines(value: object, indent = ''): string {
  const entries = Object.entries(value).map(([key, one]) => {
    const isRow =
      typeof one !== 'object' || one === null || Object.values(one as object).every((part) => typeof part !== 'object');
    return `${indent} ${JSON.stringify(key)}:${isRow ? JSON.stringify(one) : onLines(one as object, `${indent} `)}`;
  });
  return `{\n${entries.join(',\n')}\n${indent}}`;
}
