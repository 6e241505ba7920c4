import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksOnlySigns, parseQuery, topicsNamed } from '../../../src/search/query.ts';
import { RUNS } from '../runs.ts';

/** A clause in one line: `-title:"low rank"`. */
function inShort(text: string): string[] {
  return parseQuery(text).map(({ words, kind, field, excluded }) => {
    const what = kind === 'phrase' ? `"${words.join(' ')}"` : words.join(' ');
    return (excluded ? '-' : '') + (field === 'any' ? '' : `${field}:`) + what;
  });
}

describe('parseQuery reads', () => {
  test.each([
    ['words, without the punctuation around them', 'Efficient, transformers?', ['efficient', 'transformers']],
    ['hyphens inside words, and C++', 'k-nearest GPT-4 C++ t-SNE', ['k-nearest', 'gpt-4', 'c++', 't-sne']],
    ['a phrase inside a longer query', 'images "low rank" adaptation', ['images', '"low rank"', 'adaptation']],
    ['curly quotes as quotes', '“low rank”', ['"low rank"']],
    ['one word in quotes as a word', '"pruning"', ['pruning']],
    ['what must not be found', 'nas -survey -"random search"', ['nas', '-survey', '-"random search"']],
    [
      'fields',
      'title:vision title:"low rank" topic:surveys -topic:nlp',
      ['title:vision', 'title:"low rank"', 'topic:surveys', '-topic:nlp'],
    ],
  ])('%s', (_, text, clauses) => expect(inShort(text)).toEqual(clauses));
});

describe('parseQuery takes as words', () => {
  test.each([
    ['a quote that is never closed', '"low rank', ['low', 'rank']],
    ['an unknown field', 'colour:red', ['colour', 'red']],
    ['a lone minus and a lone field', '- title: x', ['title', 'x']],
    ['a hyphen inside a word', 'off-policy', ['off-policy']],
    ['slashes and brackets', 'sim/real (GAN)', ['sim', 'real', 'gan']],
  ])('%s', (_, text, clauses) => expect(inShort(text)).toEqual(clauses));
});

test('parseQuery never throws, and no clause is empty', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z"“” :\-title]{0,30}$/)), (text) => {
      for (const { words } of parseQuery(text)) {
        expect(words.length).toBeGreaterThan(0);
        expect(words.every((word) => word !== '' && !/\s/u.test(word))).toBe(true);
      }
      expect(parseQuery(text).length > 0 && asksOnlySigns(text)).toBe(false);
    }),
    RUNS,
  );
});

test('parseQuery keeps every word of a query without syntax, in order', () => {
  const word = fc.stringMatching(/^[a-zà-öø-ÿ0-9]{1,8}(-[a-z0-9]{1,4})?$/);
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(parseQuery(words.join(' ')).map((clause) => clause.words[0])).toEqual(words);
    }),
    RUNS,
  );
});

test.each(['🤖', '%', '∇ ∂', '？'])('%s asks for signs that no index has', (text) => expect(asksOnlySigns(text)).toBe(true));
test.each(['', ' ', '"', '“”', '-', '*', 'title', '🤖 robots'])('%j does not', (text) => expect(asksOnlySigns(text)).toBe(false));

describe('topicsNamed', () => {
  const topics = ['network-pruning', 'surveys', 'transformers', 'vision-transformers'];
  test.each([
    ['the slug itself, though others have it in theirs', ['transformers'], ['transformers']],
    ['words of slugs, side by side', ['pruning'], ['network-pruning']],
    ['several words', ['vision', 'transformers'], ['vision-transformers']],
    ['parts of words not at all', ['transform'], []],
  ])('finds %s', (_, words, found) => expect(topicsNamed(words, topics)).toEqual(found));
});
