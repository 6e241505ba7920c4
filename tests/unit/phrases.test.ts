import { describe, expect, test } from 'vitest';
import { findAcronyms } from '../../src/model/acronyms.ts';
import { learnBackground } from '../../src/pipeline/phrases/background.ts';
import { singularise } from '../../src/pipeline/phrases/canonical.ts';
import { readRuns } from '../../src/pipeline/phrases/runs.ts';

/** Words of a corpus that has each of these once. */
const among =
  (...words: string[]) =>
  (word: string) =>
    words.includes(word) ? 1 : 0;

describe('the singular of a word', () => {
  test.each([
    ['networks', 'network'],
    ['policies', 'policy'],
    ['processes', 'process'],
    ['biases', 'bias'],
    ['analyses', 'analysis'],
    ['matrices', 'matrix'],
    ['vertices', 'vertex'],
    ['equilibria', 'equilibrium'],
    ['phenomena', 'phenomenon'],
    ['databases', 'database'],
  ])('%s → %s, where the texts have both', (plural, singular) => {
    expect(singularise(plural, among(plural, singular))).toBe(singular);
    expect(singularise(plural, among(plural))).toBe(plural);
  });

  test('a slip of the pen makes no singular', () => {
    expect(singularise('bias', (word) => ({ bias: 100, bia: 1 })[word] ?? 0)).toBe('bias');
  });
});

describe('runs of words', () => {
  const read = (abstract: string) =>
    readRuns({ title: '', abstract }).map((run) => run.tokens.map(({ text, joined }) => (joined ? `-${text}` : text)).join(' '));

  test('end at function words and punctuation, but not inside a hyphenated compound', () => {
    expect(read('We train deep state-of-the-art nets, then prune.')).toEqual(['train deep state -of -the -art nets', 'prune']);
  });

  test('end at formulas, TeX commands and lone letters', () => {
    expect(read('a bound $O(n^2)$ holds \\emph{here} k times')).toEqual(['bound', 'holds', 'times']);
  });

  test('keep acronyms as they stand, without a plural s', () => {
    expect(readRuns({ title: 'NeRFs and GANs', abstract: '' }).flatMap((run) => run.tokens.map(({ word }) => word))).toEqual([
      'NeRF',
      'GAN',
    ]);
  });
});

describe('acronyms', () => {
  test.each([
    ['We use proximal policy optimization (PPO).', 'PPO', 'proximal policy optimization'],
    ['Semi-supervised learning (SSL) helps.', 'SSL', 'Semi-supervised learning'],
    ['An optical character recognition (OCR) system', 'OCR', 'optical character recognition'],
    ['the generative adversarial networks (GANs)', 'GANs', 'generative adversarial networks'],
  ])('%s', (text, short, long) => {
    expect(findAcronyms(text)).toEqual([{ short, long }]);
  });
});

test('the background tells how often titles have a word, a plural counting as its singular', () => {
  const papers = Array.from({ length: 10 }, (_, i) => ({
    title: i < 5 ? 'On reefs' : 'On sand',
    abstract: 'We propose a reef, a reef.',
  }));
  expect(learnBackground(papers)).toEqual({
    papers: 10,
    words: { propose: [0, 1], reef: [expect.any(Number), expect.any(Number)], sand: [1, 1] },
  });
});
