import { describe, expect, test } from 'vitest';
import { Engine } from '../../../src/search/engine.ts';
import { readState } from '../../../src/search/url-state.ts';
import { fakeIndex } from './fake-index.ts';
import type { FakePaper } from './fake-index.ts';

/** Papers that fill the index, so that rare words are rare. */
const OTHERS: FakePaper[] = Array.from({ length: 30 }, (_, at) => ({
  slug: `other-${at}`,
  title: `Paper ${at} about something`,
  abstract: 'words that say nothing here',
}));

async function search(q: string, papers: FakePaper[]) {
  const engine = new Engine(fakeIndex([...papers, ...OTHERS]));
  return engine.search(readState(`?${new URLSearchParams({ q })}`), 20);
}

/** Slugs in rank order, partial matches in brackets, corrected ones with a tilde. */
async function order(q: string, papers: FakePaper[]): Promise<string[]> {
  const { hits } = await search(q, papers);
  const signs = { full: ['', ''], partial: ['(', ')'], corrected: ['~', ''] };
  return hits.map(({ slug, match }) => signs[match][0] + slug + signs[match][1]);
}

describe('papers come in this order', () => {
  test('for two words', async () => {
    const papers: FakePaper[] = [
      { slug: 'scattered', title: 'A study', abstract: 'neighbours that are far from the nearest' },
      { slug: 'one-word', title: 'Nearest shops', abstract: 'where to buy' },
      { slug: 'side-by-side', title: 'A study', abstract: 'of the nearest neighbours in space' },
      { slug: 'in-title', title: 'Nearest neighbours revisited', abstract: 'in space' },
    ];
    expect(await order('nearest neighbours', papers)).toEqual([
      'in-title', // both words, side by side, in the title, which begins with them
      'side-by-side', // both words, side by side
      'scattered', // both words
      '(one-word)', // one of them
    ]);
  });

  test('for a whole title', async () => {
    const papers: FakePaper[] = [
      { slug: 'repeats', title: 'Transformer models', abstract: 'a transformer, one more transformer, and then a transformer' },
      { slug: 'ends', title: 'A survey of transformer models', abstract: 'each transformer' },
      { slug: 'is-it', title: 'Transformer in transformer', abstract: 'we nest one' },
    ];
    expect((await order('transformer in transformer', papers))[0]).toBe('is-it'); // its title begins with the query, `in` and all
  });

  test('for a rare word and a common one', async () => {
    const papers: FakePaper[] = [
      ...Array.from({ length: 10 }, (_, at) => ({ slug: `common-${at}`, title: `Networks ${at}` })),
      { slug: 'rare', title: 'A hypernetwork', abstract: 'that says it once' },
    ];
    expect((await order('hypernetwork networks', papers))[0]).toBe('(rare)'); // the rare word tells more
  });

  test('for a word that the record gives to papers which do not say it', async () => {
    const papers: FakePaper[] = [
      { slug: 'near', title: 'Vehicles at night', near: 'cars' },
      { slug: 'close', title: 'Autonomous driving', close: 'cars' },
      { slug: 'same', title: 'Convolutional networks', same: 'cars' },
      { slug: 'says-it', title: 'Cars', abstract: 'and roads' },
    ];
    expect(await order('cars', papers)).toEqual([
      'says-it', // the word itself, in the title
      'same', // another name of what it says
      '(close)', // near to several of its words
      '(near)', // near to one of them
    ]);
  });

  test('for a misspelt word', async () => {
    const papers: FakePaper[] = [
      { slug: 'meant', title: 'Reinforcement learning', abstract: 'with rewards' },
      { slug: 'meant-too', title: 'More reinforcement', abstract: 'for learning machines' },
      { slug: 'rest', title: 'Learning to rank', abstract: 'documents' },
    ];
    const { meant } = await search('reinforcment learning', papers);
    expect(meant).toEqual([{ word: 'reinforcment', meant: 'reinforcement', papers: 2 }]);
    expect(await order('reinforcment learning', papers)).toEqual(['~meant', '~meant-too', '(rest)']);
  });

  test('for a number that stands behind a name in another way', async () => {
    const papers: FakePaper[] = [{ slug: 'apart', title: 'Translation', abstract: 'results on zeroth order' }];
    expect(await order('zero order', papers)).toEqual(['(apart)']); // a word that begins alike
  });
});

describe('acronyms', () => {
  const papers: FakePaper[] = [
    { slug: 'spelt-out', title: 'Graph neural networks', same: 'GNN' },
    { slug: 'short', title: 'Training GNNs', same: 'graph neural networks graph-neural-networks' },
  ];
  test('find what is spelt out', async () => expect(await order('GNN', papers)).toContain('spelt-out'));
  test('are found by what is spelt out', async () => expect(await order('graph neural networks', papers)).toContain('short'));
});

describe('compounds', () => {
  const papers: FakePaper[] = [
    { slug: 'hyphen', title: 'Low-rank adaptation' },
    { slug: 'apart', title: 'Adaptation of low rank' },
    { slug: 'solid', title: 'Lowrank adaptation' },
  ];
  test.each(['low-rank', 'low rank'])('%s finds all ways to write it', async (q) => {
    const { hits } = await search(q, papers);
    expect(hits.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['hyphen', 'apart']));
  });
  test('a compound that nobody writes is its parts', async () => {
    expect(await order('adaptation-rank', papers)).toEqual(expect.arrayContaining(['hyphen', 'apart']));
  });
});

describe('where little answers, little is shown', () => {
  test('nothing for words that no paper has', async () => expect(await order('zzyzx qqfoo', [])).toEqual([]));

  test('three at most where the rare word is in no paper', async () => {
    const papers = Array.from({ length: 12 }, (_, at) => ({ slug: `p-${at}`, title: `Classification ${at}` }));
    const { partial, total } = await search('arrhythmia classification', papers);
    expect([total, partial]).toEqual([0, 3]);
  });

  test('all that have every word, however many', async () => {
    const papers = Array.from({ length: 40 }, (_, at) => ({ slug: `p-${at}`, title: `Image classification ${at}` }));
    expect((await search('image classification', papers)).total).toBe(40);
  });
});

test('the order is the listing’s where nothing else tells papers apart', async () => {
  const twins = ['b', 'a', 'c'].map((slug) => ({ slug, title: 'Twins alike' }));
  expect(await order('twins', twins)).toEqual(['b', 'a', 'c']);
});
