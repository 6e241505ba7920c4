import { describe, expect, test } from 'vitest';
import { makeCatalogue, paperCount } from '../../../src/catalogue/catalogue.ts';
import { catalogueOf, core, entry, minor, topic } from './papers.ts';

describe('listing order', () => {
  test('later imports stand first, each as it stood in its dump; papers written by hand stand before them by title', () => {
    const catalogue = catalogueOf([
      entry({ slug: 'a', imported: { run: 1, place: 2 } }),
      entry({ slug: 'b', imported: { run: 1, place: 1 } }),
      entry({ slug: 'c', imported: { run: 2, place: 1 } }),
      entry({ slug: 'e', title: 'Zeta' }),
      entry({ slug: 'd', title: 'alpha' }),
    ]);
    expect(catalogue.papers.map(({ slug, no }) => `${no} ${slug}`)).toEqual(['1 d', '2 e', '3 c', '4 b', '5 a']);
  });

  test('the order of the files does not matter', () => {
    const entries = ['c', 'a', 'b'].map((slug, index) => entry({ slug, imported: { run: 1, place: index + 1 } }));
    expect(catalogueOf(entries.toReversed()).papers).toEqual(catalogueOf(entries).papers);
  });

  test('a withdrawn paper is in no list and no count', () => {
    const withdrawn = { why: 'Asked for by its authors.', when: '2026-03-13' };
    const catalogue = catalogueOf([
      entry({ slug: 'a', topics: [core('nlp')] }),
      entry({ slug: 'b', topics: [core('nlp')], withdrawn }),
    ]);
    expect(catalogue.papers.map(({ slug }) => slug)).toEqual(['a']);
    expect(catalogue.withdrawn.map(({ slug }) => slug)).toEqual(['b']);
    expect(catalogue.topics.map(paperCount)).toEqual([1]);
  });
});

describe('topics', () => {
  test('stand by facet, then by count, then by label, and only with papers', () => {
    const catalogue = makeCatalogue(
      [
        entry({ slug: 'a', topics: [core('few'), minor('many'), core('task')] }),
        entry({ slug: 'b', topics: [core('many'), core('also-few')] }),
      ],
      [
        topic({ slug: 'few' }),
        topic({ slug: 'many' }),
        topic({ slug: 'also-few' }),
        topic({ slug: 'none' }),
        topic({ slug: 'task', facet: 'task' }),
      ],
    );
    expect(catalogue.topics.map(({ slug }) => slug)).toEqual(['task', 'many', 'also-few', 'few']);
    expect(catalogue.vocabulary).toEqual({ task: 1, method: 4, property: 0, contribution: 0 });
  });

  test('a tag that a person took away is not shown, and the others keep their numbers', () => {
    const [paper] = catalogueOf([
      entry({ slug: 'a', topics: [{ slug: 'surveys', strength: 'none', evidence: [], by: 'person' }, core('nlp')] }),
    ]).papers;
    expect(paper?.tags.map((tag) => [tag.n, tag.topic.slug])).toEqual([[1, 'nlp']]);
  });

  test('a broader topic without papers is passed over for the one above it', () => {
    const catalogue = makeCatalogue(
      [entry({ slug: 'a', topics: [core('low'), core('high')] })],
      [topic({ slug: 'low', broader: 'middle' }), topic({ slug: 'middle', broader: 'high' }), topic({ slug: 'high' })],
    );
    const low = catalogue.topics.find(({ slug }) => slug === 'low');
    expect(low?.broader?.slug).toBe('high');
    expect(low?.broader?.narrower).toEqual([low]);
  });

  test('topics that a person has made each broader than the other do not hang the build', () => {
    const circle = [topic({ slug: 'x', broader: 'y' }), topic({ slug: 'y', broader: 'x' })];
    const catalogue = makeCatalogue([entry({ slug: 'a', topics: [core('x')] })], circle);
    expect(catalogue.topics.map(({ broader }) => broader)).toEqual([undefined]);
  });

  test('a tag whose topic has no file is left out', () => {
    expect(makeCatalogue([entry({ slug: 'a', topics: [core('unheard-of')] })], []).papers[0]?.tags).toEqual([]);
  });
});
