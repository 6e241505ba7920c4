import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readState, SORTS, withTopic, writeState } from '../../../src/search/url-state.ts';
import { RUNS } from '../runs.ts';

const slug = fc.stringMatching(/^[a-z][a-z-]{0,12}$/);
const state = fc
  .record({
    q: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
    topics: fc.uniqueArray(slug, { maxLength: 4 }),
    not: fc.uniqueArray(slug, { maxLength: 4 }),
    sort: fc.constantFrom(...SORTS),
  })
  .map((each) => ({ ...each, topics: each.topics.filter((topic) => !each.not.includes(topic)) }));

describe('readState', () => {
  test('reads the address of the contract', () => {
    expect(readState('?q=low+rank&topic=a&topic=b&not=c&sort=title')).toEqual({
      q: 'low rank',
      topics: ['a', 'b'],
      not: ['c'],
      sort: 'title',
    });
  });

  test('takes what it does not know as not asked', () => {
    expect(readState('?sort=loudness&topic=&colour=red')).toEqual({ q: '', topics: [], not: [], sort: 'relevance' });
  });

  test('a topic both asked for and taken away is taken away', () => {
    expect(readState('?topic=a&not=a')).toMatchObject({ topics: [], not: ['a'] });
  });

  test('gives back whatever writeState wrote', () => {
    fc.assert(
      fc.property(state, (each) => void expect(readState(writeState(each))).toEqual(each)),
      RUNS,
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void readState(text)),
      RUNS,
    );
  });
});

test('withTopic leaves a topic in one place only', () => {
  const asked = readState('?topic=a&topic=b');
  expect(withTopic(asked, 'a', 'not')).toMatchObject({ topics: ['b'], not: ['a'] });
  expect(withTopic(asked, 'a', 'free')).toMatchObject({ topics: ['b'], not: [] });
  expect(withTopic(asked, 'a', 'and')).toMatchObject({ topics: ['b', 'a'], not: [] });
});
