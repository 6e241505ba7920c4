import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMath } from '../../src/model/tex-math.ts';
import { hostileText } from './hostile.ts';
import { RUNS } from './runs.ts';

const mathIn = (text: string) => findMath(text).map(({ start, end }) => text.slice(start, end));

describe('math in a text', () => {
  const found: [string, string, string[]][] = [
    ['between dollars', 'a rate of $O(n \\log n)$ and $x$', ['$O(n \\log n)$', '$x$']],
    ['between two dollars', 'we show $$E = mc^2$$ here', ['$$E = mc^2$$']],
    ['with words in \\text', 'as $x_{\\text{the best one}}$ is', ['$x_{\\text{the best one}}$']],
    ['right before a digit, where it holds a command', 'images of 256$\\times$256', ['$\\times$']],
    ['beside escaped dollars', 'costs \\$5, and $x^2$ more', ['$x^2$']],
  ];
  test.each(found)('is found %s', (_, text, expected) => {
    expect(mathIn(text)).toEqual(expected);
  });

  const none: [string, string][] = [
    ['money', 'it costs $5 to make and $10 to sell'],
    ['a range of money', 'between $5-$10 a month'],
    ['a lone dollar', 'the US$ is strong'],
    ['prose between two dollars', 'the $ sign is used before numbers and the $ sign is old'],
    ['dollars in two paragraphs', 'one $a\n\nb$ two'],
    ['nothing between dollars', 'the shell has $$ and $ $ for it'],
  ];
  test.each(none)('is not %s', (_, text) => {
    expect(mathIn(text)).toEqual([]);
  });

  test('never overlaps, and stands between dollars, in any text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let last = 0;
        for (const { start, end } of findMath(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toMatch(/^\$[^]+\$$/);
          last = end;
        }
      }),
      RUNS,
    );
  });
});
