import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveTopics, prepareTopics } from '../../src/pipeline/derive-topics.ts';
import { topic } from './topic.ts';

const vocabulary = [
  topic({ slug: 'convolutional-networks', label: 'Convolutional networks', aliases: ['CNN', 'ConvNet'] }),
  topic({ slug: 'transformers', label: 'Transformers', aliases: ['transformer'] }),
  topic({ slug: 'vision-transformers', label: 'Vision transformers', aliases: ['ViT'], broader: 'transformers' }),
  topic({ slug: 'surveys', label: 'Surveys & reviews', aliases: ['survey'], negative: ['spectroscopic survey'] }),
  topic({ slug: 'neural-architecture-search', label: 'Neural architecture search', aliases: ['NAS'] }),
];

const tagsOf = (title: string, abstract: string, topics = vocabulary) =>
  deriveTopics({ title, abstract }, prepareTopics(topics)).output.topics;
const slugsOf = (title: string, abstract: string, topics = vocabulary) => tagsOf(title, abstract, topics).map((tag) => tag.slug);

describe('without training, from labels, aliases and definitions alone', () => {
  test('a word of the title makes a topic core, with the words as they stand', () => {
    expect(tagsOf('A ConvNet for the 2020s', 'We look at design.')).toEqual([
      { slug: 'convolutional-networks', strength: 'core', evidence: ['ConvNet'] },
    ]);
  });

  test('singular and plural, hyphen and space are the same words', () => {
    expect(slugsOf('On convolutional-network design', '')).toEqual(['convolutional-networks']);
  });

  test('a narrower topic brings its broader one', () => {
    expect(tagsOf('What a ViT sees', '')).toEqual([
      { slug: 'vision-transformers', strength: 'core', evidence: ['ViT'] },
      { slug: 'transformers', strength: 'minor', evidence: [] },
    ]);
    expect(slugsOf('Vision transformers need registers', '')).toEqual(['vision-transformers', 'transformers']);
  });

  test('a negative hides the words that it overlaps', () => {
    expect(slugsOf('Lenses in large spectroscopic surveys', 'We propose a search. It reads a spectroscopic survey.')).toEqual([]);
  });

  test('an acronym counts only as it is written', () => {
    expect(slugsOf('A nas for all', '')).toEqual([]);
  });

  test('an acronym that the paper spells out as something else earns nothing', () => {
    expect(slugsOf('NAS at home', 'We propose a network attached storage (NAS) for photographs.')).toEqual([]);
    expect(slugsOf('NAS at home', 'We propose neural architecture search (NAS) for phones.')).toEqual([
      'neural-architecture-search',
    ]);
  });

  test.each([
    ['what the paper is compared with', 'We propose a kernel. It is better than a transformer. It outperforms the transformer.'],
    ['a list of possible uses', 'We propose a kernel. It has applications such as transformers, a survey or a CNN.'],
  ])('%s earns nothing', (_what, abstract) => {
    expect(slugsOf('A kernel', abstract)).toEqual([]);
  });
});

test('whatever the text, evidence stands in title or abstract, tags are each there once, and at most twelve', () => {
  const words = fc.constantFrom(
    'CNN',
    'vision',
    'transformers',
    'survey',
    'spectroscopic',
    'we propose',
    'NAS',
    '(NAS)',
    '.',
    '\n\n',
    'neural architecture search',
    '日本',
    '-',
    '“',
  );
  const text = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(text, text, (title, abstract) => {
      const tags = tagsOf(title, abstract);
      expect(new Set(tags.map((tag) => tag.slug)).size).toBe(tags.length);
      expect(tags.length).toBeLessThanOrEqual(12);
      for (const words of tags.flatMap((tag) => tag.evidence))
        expect(title.includes(words) || abstract.includes(words)).toBe(true);
    }),
  );
});
