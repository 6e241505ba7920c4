import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexStarts, startingAt } from '../../../src/pipeline/evidence/starts.ts';

const word = fc.integer({ min: 0, max: 4 });
const starts = fc.array(fc.record({ first: word, second: fc.option(word, { nil: undefined }), item: fc.nat() }));

test('what may begin at a word is what a look at all of it finds, in order', () => {
  fc.assert(
    fc.property(starts, fc.array(word, { minLength: 1 }), (all, text) => {
      const index = indexStarts(all);
      const words = Int32Array.from(text);
      text.forEach((first, at) => {
        const fitting = all.filter(
          (start) => start.first === first && (start.second === undefined || start.second === text[at + 1]),
        );
        expect(startingAt(words, at, index)).toEqual(fitting.map(({ item }) => item));
      });
    }),
  );
});
