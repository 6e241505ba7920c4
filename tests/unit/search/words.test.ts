import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/search/query.ts';
import { contentWords, joinFragments, waysToWrite } from '../../../src/search/words.ts';
import { RUNS } from '../runs.ts';

const joined = (text: string) => joinFragments(parseQuery(text)).map(({ words }) => words.join(' '));
const content = (text: string) => contentWords(parseQuery(text)).map(({ clause }) => clause.words.join(' '));

describe('a word is also looked for as', () => {
  test.each([
    ['its parts side by side', 'k-nearest', ['k', 'nearest']],
    ['its parts side by side', 'low-rank', ['low', 'rank']],
    ['British spelling has it', 'optimizer', ['optimiser']],
    ['American spelling has it', 'tumour', ['tumor']],
    ['American spelling has it', 'modelling', ['modeling']],
    ['British spelling has it', 'analyze', ['analyse']],
    ['one of several', 'snns', ['snn']],
    ['several of one', 'snn', ['snns']],
    ['words that a 2 stands for', 'image2image', ['image', 'to', 'image']],
  ])('%s: %s', (_, word, way) => expect(waysToWrite(word)).toContainEqual(way));

  test('itself, first, without its hyphens: so the index has it', () => {
    expect(waysToWrite('t-sne')[0]).toEqual(['tsne']);
    expect(waysToWrite('c++')[0]).toEqual(['c++']);
  });
});

describe('what says little alone is joined to what stands beside it', () => {
  test.each([
    ['a letter before a word', 'k nearest neighbours', ['k-nearest', 'neighbours']],
    ['a letter before a word', 't SNE', ['t-sne']],
    ['a number behind a word', 'GPT 4 agents', ['gpt-4', 'agents']],
    ['a number behind a word', 'CIFAR 10', ['cifar-10']],
  ])('%s: %s', (_, text, words) => expect(joined(text)).toEqual(words));

  test('but not `a` or `I`, nor what a field asks for', () => {
    expect(joined('a network')).toEqual(['a', 'network']);
    expect(joined('title:gpt 4')).toEqual(['gpt', '4']);
  });
});

describe('words that a question is built with are left out', () => {
  test.each([
    ['how do I make transformers faster', ['transformers', 'faster']],
    ['transformer in transformer', ['transformer', 'transformer']],
    ['"state of the art" models', ['state of the art', 'models']],
    ['to be or not to be', ['to', 'be', 'or', 'not', 'to', 'be']],
  ])('%s', (text, words) => expect(content(text)).toEqual(words));
});

test('no word is lost, none invented, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clauses = parseQuery(text);
      expect(joinFragments(clauses).flatMap(({ words }) => words.join('-').split('-')).length).toBe(
        clauses.flatMap(({ words }) => words.join('-').split('-')).length,
      );
      expect(contentWords(clauses).length).toBeGreaterThanOrEqual(Math.min(1, clauses.length));
      for (const { words } of clauses) for (const word of words) expect(waysToWrite(word).length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});
