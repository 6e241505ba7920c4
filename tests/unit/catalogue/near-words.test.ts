import { describe, expect, test } from 'vitest';
import { NearWordFinder } from '../../../src/catalogue/near-words.ts';

const graph = {
  title: 'Depth without loss',
  abstract: 'A graph neural network (GNN) of many layers forgets. Graph neural networks can be deep all the same.',
};
const acronymOnly = { title: 'Deep GNNs', abstract: 'Deep GNNs forget less when layers are skipped.' };
const longOnly = { title: 'Layers of graph neural networks', abstract: 'We study graph neural networks.' };
const cars = { title: 'Planning for autonomous vehicles', abstract: 'A vehicle that drives itself must plan in traffic.' };
const papers = [graph, acronymOnly, longOnly, cars];

describe('near words of a paper', () => {
  const finder = new NearWordFinder(papers);

  test('have the acronym of what it spells out, as the collection explains it', () => {
    expect(finder.find(longOnly).same).toContain('GNN');
  });

  test('have what its acronyms stand for, in words and as one', () => {
    expect(finder.find(acronymOnly).same).toEqual(expect.arrayContaining(['graph neural network', 'graph-neural-network']));
  });

  test('have no acronym for a paper that explains it', () => {
    expect(finder.find(graph).same).not.toContain('GNN');
  });

  test('have words of like meaning that it never says', () => {
    const { close, near } = finder.find(cars);
    expect([...close, ...near]).toContain('driving');
  });

  test('are the same in every run', () => {
    expect(new NearWordFinder(papers).find(cars)).toEqual(finder.find(cars));
  });
});
