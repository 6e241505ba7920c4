import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexTerms, lookUpTerms } from '../../../src/pipeline/evidence/known-terms.ts';
import { frequencyWeight, tellingTerms } from '../../../src/pipeline/evidence/terms.ts';
import { readText } from '../../../src/pipeline/evidence/text.ts';
import { numberWords, WordNumbers } from '../../../src/pipeline/evidence/word-numbers.ts';
import { readWords } from '../../../src/pipeline/evidence/words.ts';
import { hostileText } from '../hostile.ts';

const words = fc.constantFrom(
  ...['graph', 'graphs', 'neural', 'of', '2020', 'GNNs', 'é', '𝔘x', 'we propose', 'outperforms', 'It has applications such as'],
  ...['-', '. ', ', ', '(', '\n', '$', 'haſs'],
);
const text = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' '));

test('terms are looked up as they are read for learning: the same ones, in the same places and order, of the same length', () => {
  fc.assert(
    fc.property(text, text, fc.func(fc.boolean()), (title, abstract, isKnown) => {
      const read = readText(title, abstract);
      const terms = tellingTerms(read);
      const known = [...terms].filter(([term]) => isKnown(term));
      // Others in between, so that a number is not a place in this text.
      const numbers = new WordNumbers();
      const index = indexTerms(
        known.flatMap(([term]) => [term, `${term}s else`]),
        numbers,
      );
      const found = lookUpTerms(numberWords(read, numbers), index);
      const norm = Math.hypot(...[...terms.values()].map(({ length }) => frequencyWeight(length))) || 1;
      expect(found.norm).toBeCloseTo(norm);
      expect(found.known).toEqual(
        known.map(([term, places], at) => ({
          number: 2 * at,
          places,
          length: term.split(' ').length,
          value: frequencyWeight(places.length) / found.norm,
        })),
      );
    }),
  );
});

test('words are the letters and digits of a text, whatever its script', () => {
  fc.assert(
    fc.property(fc.oneof(text, hostileText), (given) => {
      const found = readWords(given);
      expect(found.map(({ start, end }) => given.slice(start, end))).toEqual(given.match(/[\p{L}\p{N}]+/gu) ?? []);
      found.forEach(({ start, end, isAcronym, isJoined }, at) => {
        const gap = at === 0 ? '\n' : given.slice(found[at - 1]!.end, start);
        expect(isJoined).toBe(gap === ' ' || gap === '-' || !/[()\n]|[.!?;:,](?=\s|$)/.test(gap));
        expect(isAcronym).toBe(/\p{Lu}.*\p{Lu}/u.test(given.slice(start, end)));
      });
    }),
  );
});
