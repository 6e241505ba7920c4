import { describe, expect, test } from 'vitest';
import { deriveTopics, prepareTopics, type TopicModel } from '../../../src/pipeline/derive-topics.ts';
import { FunctionWords } from '../../../src/pipeline/evidence/function-words.ts';
import { chooseMarks } from '../../../src/pipeline/evidence/marks.ts';
import { readText } from '../../../src/pipeline/evidence/text.ts';
import { topic } from '../topic.ts';

describe('function words', () => {
  const words = new FunctionWords();

  test('are those of the language that a tag names, with or without its region', () => {
    expect(['ces', 'pour', 'avec'].map((word) => words.of('fr').has(word))).toEqual([true, true, true]);
    expect(words.of('fr-CA').has('ces')).toBe(true);
    expect(words.of('de').has('und')).toBe(true);
  });

  test('of a language that nobody listed, and of English, are none', () => {
    for (const language of ['tlh', '', undefined, 'en', 'en-GB']) expect(words.of(language).size).toBe(0);
  });

  test('are not what a paper may be about', () => {
    expect(words.of('fr').has('parole')).toBe(false);
  });
});

describe('a mark', () => {
  const marksOf = (abstract: string, worthOf: Record<string, number>, language?: string) => {
    const text = readText('', abstract, new FunctionWords().of(language));
    const worth = Float64Array.from(text.words, ({ stem }) => worthOf[stem] ?? 0);
    return chooseMarks(text, worth);
  };
  const worthOf = { ces: 3, langue: 1, pour: 2, ai: 1 };

  test('is no function word of the paper’s language, and has none at its ends', () => {
    expect(marksOf('Une étude de ces langues pour tous.', worthOf, 'fr')).toEqual(['langues']);
    expect(marksOf('Une étude de ces langues pour tous.', worthOf)).toEqual(['ces langues pour']);
  });

  test('may be an acronym that has the letters of one', () => {
    expect(marksOf('Je l’ai vu, une AI.', worthOf, 'fr')).toEqual(['AI']);
  });
});

describe('a topic of a French paper', () => {
  // What the words of a few labelled papers in French may teach.
  const learned = {
    weights: { version: 1 as const, topics: ['speech'], base: [0], terms: { ces: [0, 900], voix: [0, 900] } },
    combination: {
      version: 1 as const,
      features: { score: { tag: 10, core: 0 } },
      topics: { speech: { tag: 0, core: 0 } },
      share: { speech: 0.5 },
      phrases: {},
      threshold: { tag: 0.1, core: 1 },
    },
  };
  const model: TopicModel = prepareTopics([topic({ slug: 'sound' }), topic({ slug: 'speech', broader: 'sound' })], learned);
  const tagsOf = (abstract: string, language?: string) =>
    deriveTopics({ title: 'Une étude', abstract, language }, model).output.topics.map(({ slug, evidence }) => [slug, evidence]);

  test('stands where another word speaks for it', () => {
    expect(tagsOf('Elle montre ces voix.', 'fr')).toEqual([
      ['speech', ['voix']],
      ['sound', []],
    ]);
  });

  test('does not stand, nor its broader one, where only a function word does', () => {
    expect(tagsOf('Elle montre ces chats.', 'fr')).toEqual([]);
    expect(tagsOf('Elle montre ces chats.')).not.toEqual([]);
  });
});
