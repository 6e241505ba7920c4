import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTopics } from '../../../scripts/content-folder.ts';
import { readLabelledSets } from '../../../scripts/labelled-papers.ts';

let root: string;
const folders = () => ({ labels: join(root, 'topics'), corpora: join(root, 'corpora'), content: join(root, 'content') });
const topics = readTopics('content').output.filter(({ slug }) => ['quantization', 'surveys'].includes(slug));
const rows = (papers: object[]) => gzipSync(papers.map((paper) => `${JSON.stringify(paper)}\n`).join(''));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'offprint-labels-'));
  for (const folder of ['topics', 'corpora', 'content/labels']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(
    join(root, 'topics/train-labels.json'),
    JSON.stringify({ a: { core: ['quantization'], minor: ['surveys'] }, b: { core: [], minor: [] } }),
  );
  const papers = [
    { id: 'a', title: 'A', abstract: 'Two\nlines', sample: 'targeted' },
    { id: 'b', title: 'B', abstract: '' },
  ];
  writeFileSync(join(root, 'topics/train-papers.jsonl.gz'), rows(papers));
  writeFileSync(join(root, 'corpora/arxiv-2025.jsonl.gz'), rows([{ id: '2507.1', title: 'Of the\n  corpora', abstract: 'C' }]));
  writeFileSync(
    join(root, 'content/labels/own-labels.json'),
    JSON.stringify({ 'arxiv:2507.1': { core: ['surveys'], minor: [] } }),
  );
});

afterEach(() => rmSync(root, { recursive: true }));

test('labels come with their papers, those of the content directory with papers of the corpora', () => {
  const sets = readLabelledSets(folders(), topics);
  const told = sets.map(({ name, papers }) => [
    name,
    ...papers.map(({ id, title, abstract, strengths, isRandom }) => ({
      id,
      title,
      abstract,
      strengths: [...strengths],
      isRandom,
    })),
  ]);
  expect(topics.map(({ slug }) => slug)).toEqual(['quantization', 'surveys']);
  expect(told).toEqual([
    [
      'train',
      { id: 'a', title: 'A', abstract: 'Two lines', strengths: [1, 0.7], isRandom: false },
      { id: 'b', title: 'B', abstract: '', strengths: [0, 0], isRandom: true },
    ],
    ['own', { id: 'arxiv:2507.1', title: 'Of the corpora', abstract: 'C', strengths: [0, 1], isRandom: false }],
  ]);
});

test('without corpora the labels of the content directory are left out', () => {
  rmSync(join(root, 'corpora'), { recursive: true });
  expect(readLabelledSets(folders(), topics).map(({ name }) => name)).toEqual(['train']);
});

test('a label of a paper that is nowhere is an error that names it', () => {
  writeFileSync(join(root, 'topics/more-labels.json'), JSON.stringify({ zzz: { core: [], minor: [] } }));
  writeFileSync(join(root, 'topics/more-papers.jsonl'), '');
  expect(() => readLabelledSets(folders(), topics)).toThrow(/more-labels\.json labels "zzz", and there is no such paper/);
});

test('the labels that come with the catalogue name topics that there are', () => {
  const slugs = new Set(readTopics('content').output.map(({ slug }) => slug));
  const labels = JSON.parse(readFileSync('content/labels/corpora-labels.json', 'utf8')) as Record<
    string,
    { core: string[]; minor: string[] }
  >;
  const all = Object.values(labels).map(({ core, minor }) => [...core, ...minor]);
  expect(all.length).toBeGreaterThan(1000);
  expect(all.flat().filter((slug) => !slugs.has(slug))).toEqual([]);
  expect(all.filter((given) => new Set(given).size < given.length)).toEqual([]);
});
