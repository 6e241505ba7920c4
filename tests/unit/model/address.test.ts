import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paths, toHref, toUrl } from '../../../src/model/address.ts';
import { RUNS } from '../runs.ts';

test('every link begins with the base', () => {
  expect(toHref({ base: '/' }, paths.home)).toBe('/');
  expect(toHref({ base: '/' }, paths.paper('a-survey-of-mamba'))).toBe('/papers/a-survey-of-mamba/');
  expect(toHref({ base: '/catalogue/' }, paths.topic('surveys'))).toBe('/catalogue/topics/surveys/');
  expect(toHref({ base: '/catalogue/' }, paths.facet('task'))).toBe('/catalogue/topics/#task');
});

test('a slug that a person wrote is one part of the address, whatever is in it', () => {
  expect(paths.paper('50% or more?')).toBe('papers/50%25%20or%20more%3F/');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\w-]*\n?$/)), (slug) => {
      expect(paths.topic(slug)).toBe(`topics/${encodeURIComponent(slug)}/`);
    }),
    RUNS,
  );
});

test('a state of the search page names topics asked for before topics taken out', () => {
  expect(paths.searchFor({ topics: ['transformers', 'nlp'], not: ['surveys'] })).toBe(
    'search/?topic=transformers&topic=nlp&not=surveys',
  );
});

test('there is a whole address only where the site knows its own', () => {
  expect(toUrl({ base: '/catalogue/' }, paths.about)).toBeUndefined();
  expect(toUrl({ address: 'https://papers.example.org', base: '/catalogue/' }, paths.about)).toBe(
    'https://papers.example.org/catalogue/about/',
  );
});
