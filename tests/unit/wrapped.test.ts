import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBorders } from '../../src/pipeline/formats/dump/borders.ts';
import { readLines } from '../../src/pipeline/formats/dump/line.ts';
import { unwrap } from '../../src/pipeline/formats/dump/wrapped.ts';
import { RUNS } from './runs.ts';

/** Text as lines of words, some of them of about one width. */
const word = fc.stringMatching(/^[\p{L}\p{N}.,;:()$-]{1,12}$/u);
const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const dump = fc.array(fc.oneof({ arbitrary: line, weight: 6 }, fc.constant('')), { maxLength: 60 });

test('no word is lost or moved where lines are put together', () => {
  fc.assert(
    fc.property(dump, (lines) => {
      const blocks = unwrap(readLines(lines.join('\n')));
      const words = (texts: string[]) => texts.flatMap((text) => text.split(/\s+/).filter((each) => each !== ''));
      expect(words(blocks.map(({ text }) => text))).toEqual(words(lines));
    }),
    RUNS,
  );
});

test('whatever the lines, borders are among them, and the first line is one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(line, fc.boolean()), { minLength: 1, maxLength: 40 }), (drawn) => {
      const lines = drawn.map(([text]) => text);
      const borders = findBorders(
        lines,
        drawn.slice(1).map(([, isFull]) => isFull),
        1100,
      );
      expect(borders).toContain(0);
      for (const at of borders) expect(at).toBeLessThanOrEqual(lines.length);
    }),
    RUNS,
  );
});

test('an abstract longer than any other is left whole', () => {
  const title = 'On Long Abstracts and Those Who Write Them';
  const abstract = Array.from({ length: 200 }, (_, at) => `and then we say what is to be said of the ${at}th of all things,`);
  abstract[0] = 'This paper says all that is to be said of very many things at once,';
  const borders = findBorders([title, ...abstract], [false, ...abstract.slice(1).map(() => true)], 1100);
  expect([...borders].sort()).toEqual([0, 1]);
});
