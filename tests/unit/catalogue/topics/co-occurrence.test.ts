import { describe, expect, test } from 'vitest';
import { makeCatalogue } from '../../../../src/catalogue/catalogue.ts';
import { oftenTogether, rarelyTogether, topicMatrix, type TopicPair } from '../../../../src/catalogue/topics/co-occurrence.ts';
import { core, entry, topic } from '../papers.ts';

/** One paper for each list of topics: `catalogueOf(['x y', 'x'])`. */
const catalogueOf = (papers: string[], topics = 'w x y z') =>
  makeCatalogue(
    papers.map((slugs, i) =>
      entry({
        slug: `p${i}`,
        topics: slugs
          .split(' ')
          .filter(Boolean)
          .map((slug) => core(slug)),
      }),
    ),
    topics.split(' ').map((slug) => topic({ slug, label: slug })),
  );

const shown = (pairs: TopicPair[]) => pairs.map(({ a, b, papers, expected }) => `${a.slug} ${b.slug}: ${papers} of ${expected}`);

describe('topics that are often together', () => {
  test('come by the papers they share, with what chance would give; a single paper is no habit', () => {
    const catalogue = catalogueOf(['x y', 'x y', 'x y', 'x z', 'x z', 'w z', '', '']);
    expect(shown(oftenTogether(catalogue))).toEqual(['x y: 3 of 1.875', 'x z: 2 of 1.875']);
    expect(shown(oftenTogether(catalogue, 1))).toEqual(['x y: 3 of 1.875']);
  });

  test('a topic and a broader one are not news, at any distance', () => {
    const papers = ['a b c', 'a b c'].map((slugs, i) =>
      entry({ slug: `p${i}`, topics: slugs.split(' ').map((slug) => core(slug)) }),
    );
    const catalogue = makeCatalogue(papers, [
      topic({ slug: 'a' }),
      topic({ slug: 'b', broader: 'a' }),
      topic({ slug: 'c', broader: 'b' }),
    ]);
    expect(oftenTogether(catalogue)).toEqual([]);
  });
});

describe('topics that are rarely together', () => {
  test('meet in less than half the papers that chance would give, the least likely first', () => {
    const catalogue = catalogueOf([...Array(5).fill('x'), ...Array(5).fill('y'), ...Array(4).fill('w z'), 'x z', 'y z']);
    expect(shown(rarelyTogether(catalogue))).toEqual([
      'x y: 0 of 2.25',
      'x w: 0 of 1.5',
      'y w: 0 of 1.5',
      'x z: 1 of 2.25',
      'y z: 1 of 2.25',
    ]);
  });

  test('small topics that chance would hardly join are not named', () => {
    expect(rarelyTogether(catalogueOf(['x', 'x', 'y', 'y']))).toEqual([]);
  });
});

describe('the matrix', () => {
  test('puts topics that meet side by side, and says where two meet', () => {
    const { topics, cells } = topicMatrix(catalogueOf(['w z', 'w z', 'z x', 'x y', 'x y', 'x y']));
    expect(topics.map(({ slug }) => slug)).toEqual(['w', 'z', 'x', 'y']);
    expect(cells).toEqual([
      { row: 1, column: 0, papers: 2 },
      { row: 2, column: 1, papers: 1 },
      { row: 3, column: 2, papers: 3 },
    ]);
  });

  test('of topics with equally few papers it shows all or none', () => {
    const catalogue = catalogueOf(['x w', 'x w', 'x', 'y z', 'y z']);
    expect(topicMatrix(catalogue, 2)).toMatchObject({ fewestPapers: 3, topics: [{ slug: 'x' }] });
    expect(topicMatrix(catalogue, 4).topics).toHaveLength(4);
  });

  test('an empty catalogue has an empty matrix', () => {
    expect(topicMatrix(catalogueOf([])).topics).toEqual([]);
  });
});
