import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPagefind } from '../../../scripts/eval/search/pagefind-in-node.ts';
import { writeSearchLines } from '../../../src/catalogue/search-lines.ts';
import { indexSite } from '../../../src/integrations/search-index.ts';
import type { Tag } from '../../../src/model/tag.ts';
import { Engine } from '../../../src/search/engine.ts';
import { openIndexFiles } from '../../../src/search/index-files.ts';
import { IndexReader } from '../../../src/search/index-reader.ts';
import { readState } from '../../../src/search/url-state.ts';
import { catalogueOf, core, entry, minor, topic } from '../catalogue/papers.ts';

/** Papers that write things in one way of several, by slug. */
const TEXTS: Record<string, [title: string, abstract: string]> = {
  nearest: ['A k-nearest neighbour classifier', 'Each query asks its k-nearest neighbours.'],
  knn: ['kNN-MT revisited', 'A datastore of kNN pairs.'],
  'low-rank': ['Low-rank adaptation', 'Low-rank matrices.'],
  tsne: ['Visualising with t-SNE', 'We plot by t-SNE.'],
  gpt: ['Agents on GPT-4', 'GPT-4 plans.'],
  cpp: ['Compiling C++', 'Programs in C++ are translated.'],
  csharp: ['Compiling C#', 'Programs in C# are translated.'],
  cifar: ['Results on CIFAR-10', 'We train on CIFAR-10.'],
  british: ['Optimising the colour of tumours', 'We analyse modelling behaviour.'],
  american: ['Optimizing the color of tumors', 'We analyze modeling behavior.'],
  gnn: ['Graph neural networks', 'A graph neural network (GNN) passes messages.'],
  'gnn-only': ['Deep GNNs forget', 'GNNs of many layers.'],
  speed: ['Faster decoding', 'Inference becomes cheaper and faster by speculative decoding.'],
  accent: ['Poincaré embeddings', 'On naïve Bayes.'],
  signs: ['∞', '???'],
  attention: ['Attention to detail', 'Of self-attention.'],
  car: ['Cartography revisited', 'Maps for a car.'],
  plain: ['Nothing of it in words', 'A paper of its topic.'],
  aside: ['Nothing of it either', 'A paper that touches on it.'],
};
const TOPICS: Record<string, Tag[]> = { plain: [core('gardening')], aside: [minor('gardening')] };

const folder = mkdtempSync(join(tmpdir(), 'offprint-index-'));
let engine: Engine;

beforeAll(async () => {
  mkdirSync(join(folder, 'search'), { recursive: true });
  const entries = Object.entries(TEXTS).map(([slug, [title, abstract]]) =>
    entry({ slug, title, abstract, topics: TOPICS[slug] ?? [] }),
  );
  const { papers } = catalogueOf(entries, [topic({ slug: 'gardening', aliases: ['Horticulture'] })]);
  writeFileSync(join(folder, 'search', 'records.jsonl'), [...writeSearchLines(papers)].join(''));
  await indexSite(pathToFileURL(`${folder}/`), () => undefined);
  const files = openIndexFiles(async (path) => readFileSync(join(folder, path), 'utf8'));
  engine = new Engine(new IndexReader(await openPagefind(`${folder}/pagefind/`), files));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function found(q: string): Promise<string[]> {
  const { hits } = await engine.search(readState(`?${new URLSearchParams({ q })}`), 20);
  return hits.filter(({ match }) => match === 'full').map(({ slug }) => slug);
}

describe('in the index that a build writes,', () => {
  test.each([
    ['k-nearest', ['nearest', 'knn']],
    ['k nearest', ['nearest', 'knn']],
    ['knearest', ['nearest', 'knn']],
    ['kNN', ['knn', 'nearest']],
    ['low-rank', ['low-rank']],
    ['low rank', ['low-rank']],
    ['lowrank', ['low-rank']],
    ['t-SNE', ['tsne']],
    ['tsne', ['tsne']],
    ['t SNE', ['tsne']],
    ['GPT-4', ['gpt']],
    ['gpt4', ['gpt']],
    ['GPT 4', ['gpt']],
    ['C++', ['cpp']],
    ['C#', ['csharp']],
    ['CIFAR-10', ['cifar']],
    ['cifar10', ['cifar']],
    ['CIFAR 10', ['cifar']],
    ['optimizing colour', ['british', 'american']],
    ['tumor behaviour', ['british', 'american']],
    ['analyse modelling', ['british', 'american']],
    ['classifiers', ['nearest']],
    ['GNN', ['gnn', 'gnn-only']],
    ['graph neural networks', ['gnn', 'gnn-only']],
    ['poincare', ['accent']],
    ['naive Bayes', ['accent']],
  ])('%s finds %j', async (q, slugs) => expect((await found(q)).toSorted()).toEqual(slugs.toSorted()));

  test('words a vocabulary apart find what is meant, if not as full matches', async () => {
    const { hits } = await engine.search(readState('?q=speeding+up+inference'), 20);
    expect(hits[0]?.slug).toBe('speed');
  });

  test('papers are found by what their topics are called, those that are about it first', async () => {
    const { hits, total } = await engine.search(readState('?q=horticulture'), 20);
    expect(total).toBe(0);
    expect(hits.map(({ slug }) => slug)).toEqual(['plain', 'aside']);
  });

  test('of all that is found without words none is a topic', async () => {
    const { hits, total } = await engine.search(readState(''), 50);
    expect(total).toBe(Object.keys(TEXTS).length);
    expect(hits.map(({ slug }) => slug).toSorted()).toEqual(Object.keys(TEXTS).toSorted());
  });

  test('a paper without a word takes no other’s place', async () => {
    const { hits } = await engine.search(readState('?topic=gardening'), 20);
    expect(hits.map(({ slug }) => slug)).toEqual(['aside', 'plain']);
    expect(hits[0]).toMatchObject({ title: 'Nothing of it either', topics: ['gardening'], core: [] });
  });

  test('a title has a word that parts of compounds repeat, but not the beginning of one', async () => {
    expect(await found('title:attention')).toEqual(['attention']);
    expect(await found('title:car')).toEqual([]);
    expect(await found('car')).toEqual(['car']);
  });

  test('what is shown of a paper is its own text', async () => {
    const [hit] = (await engine.search(readState('?q=Poincaré'), 20)).hits;
    expect(hit).toMatchObject({ slug: 'accent', title: 'Poincaré embeddings', titleLength: 2 });
    expect(hit?.words.join(' ')).toBe('Poincaré embeddings On naïve Bayes.');
  });
});
