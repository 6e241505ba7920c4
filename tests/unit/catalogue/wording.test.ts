import { describe, expect, test } from 'vitest';
import { inWords, excerpt } from '../../../src/catalogue/wording.ts';
import { readDefinition, topicHeadings } from '../../../src/catalogue/topics/topic-page.ts';
import { describeSources } from '../../../src/catalogue/descriptions.ts';
import { catalogueOf, core, entry, minor } from './papers.ts';

test('counts agree with their nouns, thousands parted', () => {
  expect([0, 1, 12345].map((count) => inWords(count, 'paper'))).toEqual(['0 papers', '1 paper', '12,345 papers']);
});

describe('a scope note', () => {
  test('is read in its halves', () => {
    expect(readDefinition('Counts: pruning, coding. Not: small by design.')).toEqual([
      { term: 'Counts', text: 'Pruning, coding.' },
      { term: 'Does not', text: 'Small by design.' },
    ]);
    expect(readDefinition('Counts: pruning.')).toEqual([{ term: 'Counts', text: 'Pruning.' }]);
  });

  test('that is written otherwise is shown as it is; an empty one is not shown', () => {
    expect(readDefinition('All about pruning.')).toEqual([{ term: 'Meaning', text: 'All about pruning.' }]);
    expect(readDefinition('  ')).toEqual([]);
  });
});

test('an excerpt is cut between words, never within a letter', () => {
  expect(excerpt('One two  three', 155)).toBe('One two three');
  expect(excerpt('One two, three', 12)).toBe('One two…');
  expect(excerpt('𝒜'.repeat(10), 6)).toBe('𝒜𝒜…');
});

describe('headings of a topic', () => {
  const headings = (...strengths: ('core' | 'minor')[]) => {
    const catalogue = catalogueOf(
      strengths.map((strength, i) => entry({ slug: `p${i}`, topics: [strength === 'core' ? core('t') : minor('t')] })),
    );
    const [topic] = catalogue.topics;
    return topic ? topicHeadings(topic, catalogue.papers).map(({ heading }) => heading) : [];
  };

  test('count papers that are about it before those that touch on it', () => {
    expect(headings('minor', 'core', 'core')).toEqual(['2 papers are about it', '1 touches on it']);
    expect(headings('core', 'minor', 'minor')).toEqual(['1 paper is about it', '2 touch on it']);
    expect(headings('minor')).toEqual(['1 paper touches on it']);
  });
});

describe('what is in the catalogue', () => {
  const source = (dump: string, listed?: string) => [{ dump, hash: 'x', listed }];

  test('is told in sentences that the data bears out', () => {
    const papers = catalogueOf([
      entry({ slug: 'a', abstract: 'x', links: ['https://a.org'], sources: source('a.txt', 'Mar 13') }),
      entry({ slug: 'b', abstract: 'x', sources: source('a.txt', 'Mar 13') }),
    ]).papers;
    expect(describeSources(papers)).toBe(
      '2 papers, each with its title and its abstract, as they stood in one listing dated Mar 13. ' +
        'The listing names no authors and no year, so neither does the catalogue. 1 abstract names a page on the web; that link is kept with the paper.',
    );
  });

  test('claims no date for two listings, and no silence where there are authors', () => {
    const papers = catalogueOf([
      entry({ slug: 'a', abstract: 'x', year: 2020, sources: source('a.txt', 'Mar 13') }),
      entry({ slug: 'b', sources: source('b.txt', 'Mar 14') }),
    ]).papers;
    expect(describeSources(papers)).toBe('2 papers, 1 of them with an abstract, as they stood in 2 listings.');
  });
});
