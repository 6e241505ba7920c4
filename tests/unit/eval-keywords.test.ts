import { describe, expect, test } from 'vitest';
import { foundKeywords, frequentKeywords, toKeywordKey } from '../../scripts/eval/keywords.ts';

describe('keywords are one', () => {
  test.each([
    ['Few-shot learning', 'fewshot learning'],
    ['GANs', 'gan'],
    ['Graph Neural Networks (GNNs)', 'graph neural network'],
    ['Nash equilibria', 'nash equilibria'],
  ])('up to case, plural, hyphen and a bracketed acronym: %s, %s', (a, b) => {
    expect(toKeywordKey(a)).toBe(toKeywordKey(b));
  });

  test.each([
    ['loss', 'los'],
    ['learning', 'meta learning'],
  ])('but %s is not %s', (a, b) => {
    expect(toKeywordKey(a)).not.toBe(toKeywordKey(b));
  });
});

test('a keyword counts once a paper, and is found by a label or an alias', () => {
  const papers = [{ keywords: ['GAN', 'gans', 'rare'] }, { keywords: ['gan', 'Pruning'] }, { keywords: ['pruning'] }];
  const frequent = frequentKeywords(papers, 2);
  expect([...frequent.values()]).toEqual(['gans', 'Pruning']);
  expect(foundKeywords(frequent, [['Generative adversarial networks', 'GAN'], ['Prune']])).toEqual(new Set(['gans']));
});
