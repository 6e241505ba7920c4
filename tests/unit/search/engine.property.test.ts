import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Engine } from '../../../src/search/engine.ts';
import { SORTS } from '../../../src/search/url-state.ts';
import { RUNS } from '../runs.ts';
import { fakeIndex } from './fake-index.ts';

const PAPERS = [
  { slug: 'low-rank', title: 'Low-rank adaptation', abstract: 'of large models', topics: ['adaptation'], close: 'lora' },
  { slug: 'gan', title: 'Generative adversarial networks', abstract: 'C++ code and t-SNE plots', same: 'GAN', topics: ['gans'] },
  { slug: 'empty', title: '深層学習' },
];

/** Pieces that mean something to the query language, and words of the papers. */
const pieces = fc.oneof(
  fc.constantFrom('"', '-', 'title:', 'topic:', 'low', 'rank', 'low-rank', 'GAN', 'netwroks', 'c++', '深', '“', '”', '2', 'a'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const states = fc.record({
  q: fc.array(pieces, { maxLength: 8 }).chain((parts) => fc.constantFrom(parts.join(' '), parts.join(''))),
  topics: fc.subarray(['adaptation', 'gans', '']),
  not: fc.subarray(['gans', 'no-such-topic']),
  sort: fc.constantFrom(...SORTS),
});

test('no state makes the engine throw; each paper comes once, full matches first, and the counts are theirs', async () => {
  const engine = new Engine(fakeIndex(PAPERS));
  const rank = { full: 0, corrected: 1, partial: 2 };
  await fc.assert(
    fc.asyncProperty(states, async (state) => {
      const { total, corrected, partial, hits } = await engine.search(state, 20);
      expect(hits).toHaveLength(total + corrected + partial);
      expect(new Set(hits.map(({ slug }) => slug)).size).toBe(hits.length);
      expect(hits.filter(({ match }) => match === 'full')).toHaveLength(total);
      const ranks = hits.map(({ match }) => rank[match]);
      expect(ranks).toEqual(ranks.toSorted());
      for (const { places, words } of hits) expect(places.every((place) => place < words.length)).toBe(true);
      await engine.facets(state, ['adaptation', 'gans']);
    }),
    RUNS,
  );
});

test('a state gives the same answer whatever was asked before', async () => {
  await fc.assert(
    fc.asyncProperty(states, states, async (before, state) => {
      const used = new Engine(fakeIndex(PAPERS));
      await used.search(before, 20);
      expect(await used.search(state, 20)).toEqual(await new Engine(fakeIndex(PAPERS)).search(state, 20));
    }),
    { numRuns: 100 },
  );
});
