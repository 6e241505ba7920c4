import { describe, expect, test } from 'vitest';
import { findHints, indexHints } from '../../../src/pipeline/evidence/hints.ts';
import { readText } from '../../../src/pipeline/evidence/text.ts';
import { numberWords, WordNumbers } from '../../../src/pipeline/evidence/word-numbers.ts';
import { topic } from '../topic.ts';

/** The words that each hint is found in. */
function found(hint: string, title: string, abstract = ''): string[] {
  const numbers = new WordNumbers();
  const index = indexHints([topic({ slug: 'datasets', hints: [hint] })], numbers);
  const text = numberWords(readText(title, abstract), numbers);
  return findHints(text, index).map(({ from, to }) => text.text.slice(text.words[from]!.start, text.words[to - 1]!.end));
}

describe('a hint', () => {
  test('stands for any of its alternatives, singular or plural', () => {
    expect(found('new|novel dataset|corpus', 'A new dataset and two novel corpus studies: New Datasets')).toEqual([
      'new dataset',
      'novel corpus',
      'New Datasets',
    ]);
  });

  test('leaps over five words where it has a star, and over no more', () => {
    expect(found('release * dataset', 'We release a large and clean speech dataset')).toEqual([
      'release a large and clean speech dataset',
    ]);
    expect(found('release * dataset', 'We release a very large and clean speech dataset')).toEqual([]);
    expect(found('release * dataset', 'We release datasets')).toEqual(['release datasets']);
  });

  test('may have a hyphen where the text has one or none', () => {
    const hint = 'fine-tuning|pre-training|training cost';
    expect(found(hint, 'Fine-tuning cost, pre training costs and training cost: the fine cost')).toEqual([
      'Fine-tuning cost',
      'pre training costs',
      // Of "pre training costs" as well, for which the longer alternative stands already.
      'training costs',
      'training cost',
    ]);
    expect(found('release * fine-tuned model', 'We release a fine-tuned and then a fine model, fine-tuned models')).toEqual([]);
    expect(found('release * fine-tuned model', 'We release five fine-tuned models')).toEqual(['release five fine-tuned models']);
  });

  test('does not leap from the title into the abstract', () => {
    expect(found('release * dataset', 'A release', 'A dataset is described.')).toEqual([]);
  });

  test('takes any number for #', () => {
    expect(found('# hour', 'We recorded 120 hours and two hours')).toEqual(['120 hours']);
  });

  test('earns nothing in a list of uses', () => {
    expect(found('speech', 'A title', 'It has applications such as speech and vision.')).toEqual([]);
  });
});
