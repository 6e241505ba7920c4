import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/pipeline/parse.ts';
import { hostileText } from './hostile.ts';
import type { Paper } from './real-shaped.ts';
import { furniture, papers } from './real-shaped.ts';
import { RUNS } from './runs.ts';

/** A paper as it stands in a dump, and what should be read of it. */
interface Pasted {
  text: string;
  read: Paper[];
  orphans?: number;
}

/** One break of the turn, of the blank lines or of the page around, at a place in the paper that `at` chooses. */
type Damage = (paper: Paper, at: number, lines: string[]) => Pasted;

const whole: Damage = (paper) => ({ text: `${paper.title}\n\n${paper.abstract}\n\n`, read: [paper] });
const DAMAGES: Record<string, Damage> = {
  missingAbstract: ({ title }) => ({ text: `${title}\n\n`, read: [{ title, abstract: '' }] }),
  missingTitle: ({ abstract }) => ({ text: `${abstract}\n\n`, read: [], orphans: 1 }),
  noBlankLineWithin: (paper) => ({ text: `${paper.title}\n${paper.abstract}\n\n`, read: [paper] }),
  noBlankLineAfter: (paper) => ({ text: `${paper.title}\n\n${paper.abstract}\n`, read: [paper] }),
  noBlankLines: (paper) => ({ text: `${paper.title}\n${paper.abstract}\n`, read: [paper] }),
  moreBlankLines: (paper) => ({ text: `${paper.title}\n\n \n\n${paper.abstract}\n\t\n\n\n`, read: [paper] }),
  pageBefore: (paper, _, lines) => ({ text: `${lines.join('\n\n')}\n\n${whole(paper, 0, []).text}`, read: [paper] }),
  pageWithin: (paper, _, lines) => ({ text: `${paper.title}\n\n${lines.join('\n\n')}\n\n${paper.abstract}\n\n`, read: [paper] }),
  titleOnTwoLines: (paper, at) => ({ text: `${cut(paper.title, /(?<= \S+) (?=\S+ )/, at, '\n')}\n\n${paper.abstract}\n\n`, read: [paper] }),
  twoParagraphs: ({ title, abstract }, at) => {
    const paragraphs = cut(abstract, /(?<=[.?]) (?=[A-Z])/, at, '\n\n');
    return { text: `${title}\n\n${paragraphs}\n\n`, read: [{ title, abstract: paragraphs }] };
  },
};

/** Puts something in place of one of the separators, which one depending on `at`. */
function cut(text: string, separator: RegExp, at: number, by: string): string {
  const pieces = text.split(separator);
  const first = 1 + (at % (pieces.length - 1));
  const glue = text.match(separator)?.[0] ?? '';
  return pieces.slice(0, first).join(glue) + by + pieces.slice(first).join(glue);
}

function read(text: string): { papers: Paper[]; orphans: number } {
  const { output, messages } = parse({ name: 'dump.txt', text });
  return {
    papers: output.map(({ title, abstract }) => ({ title, abstract })),
    orphans: messages.filter(({ ruleId }) => ruleId === 'missing-title').length,
  };
}

const breakArbitrary = fc.record({
  damage: fc.constantFrom(...Object.keys(DAMAGES)),
  at: fc.nat(99),
  lines: furniture,
});

describe('parse, on generated dumps', () => {
  test('a break every third paper harms neither what stands before it nor what follows', () => {
    fc.assert(
      fc.property(papers(8, 15), fc.array(breakArbitrary, { minLength: 5, maxLength: 5 }), (all, breaks) => {
        const pasted = all.map((paper, index) => {
          const broken = index % 3 === 2 && index + 2 < all.length ? breaks[Math.floor(index / 3)] : undefined;
          return (DAMAGES[broken?.damage ?? ''] ?? whole)(paper, broken?.at ?? 0, broken?.lines ?? []);
        });
        const found = read(pasted.map(({ text }) => text).join(''));
        expect(found.papers).toEqual(pasted.flatMap((each) => each.read));
        expect(found.orphans).toBe(pasted.reduce((sum, each) => sum + (each.orphans ?? 0), 0));
      }),
      RUNS,
    );
  });
});
