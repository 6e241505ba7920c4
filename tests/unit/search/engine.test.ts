import { describe, expect, test } from 'vitest';
import { Engine } from '../../../src/search/engine.ts';
import type { SearchState } from '../../../src/search/url-state.ts';
import { fakeIndex } from './fake-index.ts';
import type { FakePaper } from './fake-index.ts';

const state = (q: string): SearchState => ({ q, topics: [], not: [], sort: 'relevance' });
const papers = (count: number, title: string): FakePaper[] =>
  Array.from({ length: count }, (_, at) => ({ slug: `${title.replace(/ /g, '-')}-${at}`, title: `${title} ${at}` }));

describe('papers that have some of what was asked', () => {
  const others = [...papers(5, 'sparse graphs'), ...papers(60, 'other things')];

  test('are shown where few have all of it', async () => {
    const answer = await new Engine(fakeIndex([...papers(3, 'sparse networks'), ...others])).search(state('sparse networks'), 50);
    expect(answer).toMatchObject({ total: 3, partial: 5 });
  });

  test('are left out where a page of them have all of it', async () => {
    const answer = await new Engine(fakeIndex([...papers(20, 'sparse networks'), ...others])).search(
      state('sparse networks'),
      50,
    );
    expect(answer).toMatchObject({ total: 20, partial: 0 });
    expect(answer.hits).toHaveLength(20);
  });
});

test('of papers that have some of it those of a topic are shown, however many of others come before', async () => {
  const others = [...papers(12, 'sparse sparse things'), ...papers(60, 'other things')];
  const engine = new Engine(fakeIndex([...others, { slug: 'last', title: 'Sparse trees', topics: ['trees'] }]));
  const all = await engine.search(state('sparse networks'), 50);
  expect(all.hits.map(({ slug }) => slug)).not.toContain('last');
  const ofTopic = await engine.search({ ...state('sparse networks'), topics: ['trees'] }, 50);
  expect(ofTopic.hits.map(({ slug, match }) => [slug, match])).toEqual([['last', 'partial']]);
});

describe('`topic:`', () => {
  const engine = new Engine(
    fakeIndex([
      { slug: 'one', title: 'Lottery tickets', topics: ['network-pruning'] },
      { slug: 'two', title: 'Pruning trees', topics: ['horticulture'] },
    ]),
  );
  const found = async (q: string) => (await engine.search(state(q), 10)).hits.map(({ slug }) => slug);

  test('finds the papers of topics by words of their slugs, whatever the text says', async () => {
    expect(await found('topic:pruning')).toEqual(['one']);
    expect(await found('-topic:pruning')).toEqual(['two']);
  });

  test('of a topic that there is not is words', async () => expect(await found('topic:tickets')).toEqual(['one']));
});

test('topics are counted among the full matches; one that is taken away by how many it takes', async () => {
  const engine = new Engine(
    fakeIndex([
      { slug: 'one', title: 'Sparse networks', topics: ['pruning', 'surveys'] },
      { slug: 'two', title: 'Sparse networks again', topics: ['pruning'] },
      { slug: 'three', title: 'Dense networks', topics: ['pruning', 'surveys'] },
    ]),
  );
  const topics = ['pruning', 'surveys'];
  expect(await engine.facets(state('sparse networks'), topics)).toEqual({ pruning: 2, surveys: 1 });
  expect(await engine.facets({ ...state('sparse networks'), not: ['surveys'] }, topics)).toEqual({ pruning: 1, surveys: 1 });
  expect(await engine.facets({ ...state(''), not: topics }, topics)).toEqual({ pruning: 1, surveys: 0 });
});

test('signs that no index has find nothing; quotes that are only begun leave every paper', async () => {
  const engine = new Engine(fakeIndex(papers(2, 'sparse networks')));
  expect(await engine.search(state('🤖'), 10)).toMatchObject({ total: 0, partial: 0, hits: [] });
  expect((await engine.search(state('"'), 10)).total).toBe(2);
});
