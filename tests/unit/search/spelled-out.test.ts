import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spelledOut } from '../../../src/search/spelled-out.ts';
import { RUNS } from '../runs.ts';

const marked = (text: string, asked: string) => {
  const words = text.split(' ');
  return [...new Set(spelledOut(words, asked.split(' ')))].map((place) => words[place]).join(' ');
};

test.each([
  ['an acronym by its words', 'We study neural architecture search.', 'nas', 'neural architecture search.'],
  ['its plural likewise', 'Large language models are few-shot', 'llms', 'Large language models'],
  ['parts of compounds as words', 'On class-incremental learning', 'cil', 'class-incremental learning'],
  ['words by their acronym', 'How (NAS) began', 'neural architecture search', '(NAS)'],
  ['not words that are too short', 'This is not a single case', 'nas', ''],
  ['not an acronym in the middle of a word', 'SNAS and nas', 'neural architecture search', ''],
])('finds %s', (_, text, asked, found) => expect(marked(text, asked)).toBe(found));

test('never throws, and names only places that there are', () => {
  const words = fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (text, asked) => {
      expect(spelledOut(text, asked).every((place) => place >= 0 && place < text.length)).toBe(true);
    }),
    RUNS,
  );
});
