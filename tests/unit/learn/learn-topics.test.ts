import { describe, expect, test } from 'vitest';
import type { Topic } from '../../../src/model/topic.ts';
import { deriveTopics, prepareTopics } from '../../../src/pipeline/derive-topics.ts';
import { gatherCollection, learnFrom, learnTopics, OPTIONS } from '../../../src/pipeline/learn/learn-topics.ts';
import type { Labelled } from '../../../src/pipeline/learn/labelled.ts';
import { topic } from '../topic.ts';

const topics = ['Astronomy', 'Cooking', 'Sailing', 'Botany', 'Chess'].map((label) => topic({ slug: label.toLowerCase(), label }));

/** Made-up fields, each with words that its label does not say. */
const FIELDS = [
  ['telescope', 'galaxy', 'star', 'orbit', 'nebula', 'comet'],
  ['oven', 'dough', 'flour', 'kettle', 'spice', 'broth'],
  ['mast', 'anchor', 'harbour', 'rudder', 'tide', 'rope'],
  ['leaf', 'petal', 'stem', 'root', 'pollen', 'seed'],
  ['rook', 'bishop', 'pawn', 'castle', 'gambit', 'knight'],
];
/** Each paper of one field, with stray words of the others. */
const labelled: Labelled[] = Array.from({ length: 150 }, (_, at) => {
  const field = at % 5;
  const word = (shift: number) => FIELDS[field]![(at * 7 + shift) % 6]!;
  const stray = (shift: number) => FIELDS[(field + 1 + ((at + shift) % 4)) % 5]![(at * 5 + shift) % 6]!;
  return {
    title: `On the ${word(0)} and the ${word(1)}`,
    abstract: `We study the ${word(2)} with a ${word(3)}. The ${stray(0)} is measured by a ${stray(1)} in ${stray(2)} ${at}.`,
    strengths: Float64Array.from(topics, (_, topic) => Number(topic === field)),
    isRandom: true,
  };
});

const tagsOf = (title: string, abstract: string, vocabulary: Topic[]) =>
  deriveTopics({ title, abstract }, prepareTopics(vocabulary, learned)).output.topics;
const learned = learnTopics(labelled, [], topics);

describe('from labelled papers alone', () => {
  test('words that the vocabulary never says speak for a topic, and are its evidence', () => {
    const tags = tagsOf('A comet', 'We study the orbit of a comet with a telescope.', topics);
    expect(tags.map(({ slug, strength }) => [slug, strength])).toEqual([['astronomy', 'core']]);
    expect(tags[0]!.evidence.join(' ')).toMatch(/comet/);
  });

  test('the same papers give the same bytes', () => {
    expect(JSON.stringify(learnTopics(labelled, [], topics))).toBe(JSON.stringify(learned));
  });

  test('papers that are left out are as if they were not there', () => {
    const collection = gatherCollection(labelled, []);
    const changed = {
      ...collection,
      labelled: labelled.map((paper, at) => (at < 20 ? { ...paper, strengths: new Float64Array(topics.length).fill(1) } : paper)),
    };
    const without = (papers: typeof collection) => JSON.stringify(learnFrom(papers, topics, (at) => at >= 20, OPTIONS));
    expect(without(changed)).toBe(without(collection));
  });
});

describe('a person overrules what was learnt, in the topic’s own file', () => {
  const text = ['A comet', 'We study the orbit of a comet with a telescope.'] as const;
  const slugs = (vocabulary: Topic[]) => tagsOf(...text, vocabulary).map(({ slug }) => slug);

  test('by a weight', () => {
    expect(slugs([topic({ slug: 'astronomy', label: 'Astronomy', weights: { comet: -20 } }), ...topics.slice(1)])).toEqual([]);
    expect(
      slugs([...topics.slice(0, 4), topic({ slug: 'chess', label: 'Chess', weights: { 'orbit of a comet': 20 } })]),
    ).toContain('chess');
  });

  test('by a negative: its words count nothing', () => {
    const negative = ['comet', 'orbit', 'telescope'];
    expect(slugs(topics)[0]).toBe('astronomy');
    expect(slugs([topic({ slug: 'astronomy', label: 'Astronomy', negative }), ...topics.slice(1)])[0]).not.toBe('astronomy');
  });

  test('a topic that was added since is matched by its names', () => {
    expect(slugs([...topics, topic({ slug: 'comets', label: 'Comets' })])).toContain('comets');
  });

  test('the order of the topics does not matter', () => {
    expect(slugs(topics.toReversed())).toEqual(slugs(topics));
  });
});
