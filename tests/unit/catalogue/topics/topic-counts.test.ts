import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../../src/model/paper.ts';
import type { Tag } from '../../../../src/model/tag.ts';
import { barScale, facetTable, foundTogether, summarise, tagsByHand } from '../../../../src/catalogue/topics/topic-counts.ts';
import { catalogueOf, core, entry, minor, topic } from '../papers.ts';

/** So many papers, each with these topics. */
function papers(count: number, ...slugs: string[]): Entry[] {
  return Array.from({ length: count }, (_, index) =>
    entry({ slug: `${slugs.join('-')}-${index}`, topics: slugs.map((slug) => core(slug)) }),
  );
}

describe('the short list of topics', () => {
  test('names all of a short facet, single papers too', () => {
    const { topics } = catalogueOf([...papers(1, 'a'), ...papers(2, 'b')]);
    expect(summarise(topics)).toEqual([{ facet: 'method', shown: topics, more: 0 }]);
  });

  test('of a long facet names at most twelve, beyond six only those with two papers', () => {
    const many = catalogueOf(Array.from({ length: 20 }, (_, index) => papers(2, `t${index}`)).flat());
    expect(summarise(many.topics).map(({ shown, more }) => [shown.length, more])).toEqual([[12, 8]]);
    const rare = catalogueOf([...papers(2, 'a'), ...Array.from({ length: 9 }, (_, index) => papers(1, `t${index}`)).flat()]);
    expect(summarise(rare.topics).map(({ shown, more }) => [shown.length, more])).toEqual([[6, 4]]);
  });
});

test('topics found together stand by shared papers, the rarer first, without those above', () => {
  const topics = [topic({ slug: 'pruning', broader: 'compression' }), topic({ slug: 'compression' })];
  const catalogue = catalogueOf(
    [
      ...papers(2, 'pruning', 'compression', 'often'),
      ...papers(1, 'pruning', 'compression', 'once', 'rare'),
      ...papers(3, 'once'),
    ],
    topics,
  );
  const pruning = catalogue.topics.find(({ slug }) => slug === 'pruning');
  const found = pruning ? foundTogether(pruning, 2) : [];
  expect(found.map((each) => [each.topic.slug, each.papers])).toEqual([
    ['often', 2],
    ['rare', 1],
  ]);
});

test('the rule under a topic is as long as its papers are many, and their root where they are very many', () => {
  const few = barScale(catalogueOf(papers(9, 'a')).topics);
  expect([few.longest, few.length(4), few.isRoot]).toEqual([9, 4, false]);
  const many = barScale(catalogueOf(papers(400, 'a')).topics);
  expect([many.longest, many.length(4), many.isRoot]).toEqual([20, 2, true]);
});

test('the table counts topics known and used, and tags by strength', () => {
  const catalogue = catalogueOf(
    [entry({ slug: 'a', topics: [core('x'), minor('y')] }), ...papers(2, 'y')],
    [topic({ slug: 'unused', facet: 'task' })],
  );
  expect(facetTable(catalogue)).toEqual({
    rows: [
      { facet: 'task', topics: 1, used: 0, core: 0, minor: 0 },
      { facet: 'method', topics: 2, used: 2, core: 3, minor: 1 },
      { facet: 'property', topics: 0, used: 0, core: 0, minor: 0 },
      { facet: 'contribution', topics: 0, used: 0, core: 0, minor: 0 },
    ],
    total: { topics: 3, used: 2, core: 3, minor: 1 },
  });
});

test('tags that people gave and took away are counted', () => {
  const given: Tag = { slug: 'x', strength: 'core', evidence: [], by: 'person' };
  const taken: Tag = { slug: 'y', strength: 'none', evidence: [], by: 'person' };
  const catalogue = catalogueOf([entry({ slug: 'a', topics: [given, taken, core('z')] }), entry({ slug: 'b', topics: [taken] })]);
  expect(tagsByHand(catalogue)).toEqual({ given: 1, taken: 2 });
});
