import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFurniture } from '../../src/pipeline/formats/dump/furniture.ts';
import { parse } from '../../src/pipeline/parse.ts';
import { hostileText } from './hostile.ts';
import type { Paper } from './real-shaped.ts';
import { furniture, papers } from './real-shaped.ts';
import { RUNS } from './runs.ts';

/** A paper as it stands in a dump, and what should be read of it. */
interface Pasted {
  text: string;
  read: Paper[];
}

/** One break of the turn, of the blank lines or of the page around, at a place in the paper that `at` chooses. */
type Damage = (paper: Paper, at: number, lines: string[]) => Pasted;

const whole: Damage = (paper) => ({ text: `${paper.title}\n\n${paper.abstract}\n\n`, read: [paper] });
const DAMAGES: Record<string, Damage> = {
  missingAbstract: ({ title }) => ({ text: `${title}\n\n`, read: [{ title, abstract: '' }] }),
  noBlankLineWithin: (paper) => ({ text: `${paper.title}\n${paper.abstract}\n\n`, read: [paper] }),
  noBlankLineAfter: (paper) => ({ text: `${paper.title}\n\n${paper.abstract}\n`, read: [paper] }),
  noBlankLines: (paper) => ({ text: `${paper.title}\n${paper.abstract}\n`, read: [paper] }),
  moreBlankLines: (paper) => ({ text: `${paper.title}\n\n \n\n${paper.abstract}\n\t\n\n\n`, read: [paper] }),
  pageBefore: (paper, _, lines) => ({ text: `${lines.join('\n\n')}\n\n${whole(paper, 0, []).text}`, read: [paper] }),
  pageWithin: (paper, _, lines) => ({ text: `${paper.title}\n\n${lines.join('\n\n')}\n\n${paper.abstract}\n\n`, read: [paper] }),
  titleOnTwoLines: (paper, at) => ({
    text: `${cut(paper.title, /(?<= \S+) (?=\S+ )/, at, '\n')}\n\n${paper.abstract}\n\n`,
    read: [paper],
  }),
};

/** Puts something in place of one of the separators, which one depending on `at`. */
function cut(text: string, separator: RegExp, at: number, by: string): string {
  const pieces = text.split(separator);
  const first = 1 + (at % (pieces.length - 1));
  const glue = text.match(separator)?.[0] ?? '';
  return pieces.slice(0, first).join(glue) + by + pieces.slice(first).join(glue);
}

function read(text: string): { papers: Paper[]; rules: string[] } {
  const { output, messages } = parse({ name: 'dump.txt', text });
  return {
    papers: output.map(({ title, abstract }) => ({ title, abstract })),
    rules: messages.map(({ ruleId }) => ruleId ?? ''),
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
      fc.property(papers(5, 9), fc.array(breakArbitrary, { minLength: 3, maxLength: 3 }), (all, breaks) => {
        const pasted = all.map((paper, index) => {
          const broken = index % 3 === 2 && index + 2 < all.length ? breaks[Math.floor(index / 3)] : undefined;
          return (DAMAGES[broken?.damage ?? ''] ?? whole)(paper, broken?.at ?? 0, broken?.lines ?? []);
        });
        expect(read(pasted.map(({ text }) => text).join('')).papers).toEqual(pasted.flatMap((each) => each.read));
      }),
      RUNS,
    );
  });

  test('an abstract without title is reported, or kept with the paper before it, and shifts nothing', () => {
    fc.assert(
      fc.property(papers(5, 8), fc.nat(), (all, seed) => {
        const at = 1 + (seed % (all.length - 2));
        const orphan = all[at]?.abstract ?? '';
        const rest = all.filter((_, index) => index !== at);
        const text = all.map((paper, index) => (index === at ? `${orphan}\n\n` : whole(paper, 0, []).text)).join('');
        const { papers: found, rules } = read(text);
        const before = rest[at - 1] ?? { title: '', abstract: '' };
        const joined = { title: before.title, abstract: `${before.abstract}\n\n${orphan}` };
        if (rules.includes('missing-title')) expect(found).toEqual(rest);
        else expect(found).toEqual(rest.with(at - 1, joined));
      }),
      RUNS,
    );
  });

  test('an abstract in two paragraphs is kept, or its second one reported, and shifts nothing', () => {
    fc.assert(
      fc.property(papers(5, 8), fc.nat(), fc.nat(99), (all, seed, cutAt) => {
        const at = seed % all.length;
        const split = all.map((paper, index) =>
          index === at ? { ...paper, abstract: cut(paper.abstract, /(?<=[.?]) (?=[A-Z])/, cutAt, '\n\n') } : paper,
        );
        const { papers: found, rules } = read(split.map((paper) => whole(paper, 0, []).text).join(''));
        const first = { ...split[at], title: split[at]?.title ?? '', abstract: split[at]?.abstract.split('\n\n')[0] ?? '' };
        expect(found).toEqual(rules.includes('missing-title') ? split.with(at, first) : split);
      }),
      RUNS,
    );
  });

  test('the turn decides, whatever one title or one abstract looks like', () => {
    fc.assert(
      fc.property(papers(5, 8), fc.nat(), oneLine, fc.constantFrom('title', 'abstract'), (all, seed, line, part) => {
        const at = 1 + (seed % (all.length - 2));
        const pasted = all.map((paper, index) => (index === at ? { ...paper, [part]: line } : paper));
        expect(read(pasted.map((paper) => whole(paper, 0, []).text).join('')).papers).toEqual(pasted);
      }),
      RUNS,
    );
  });

  test('no line of any text is lost, and none is made up', () => {
    const line = fc.oneof(
      oneLine,
      fc.constant(''),
      fc.constant(''),
      furniture.map((lines) => lines.join('\n')),
      papers(1, 1).map(([paper]) => paper?.abstract ?? ''),
      papers(1, 1).map(([paper]) => paper?.title ?? ''),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (pasted) => {
        const text = pasted.join('\n');
        const { output, messages } = parse({ name: 'dump.txt', text });
        const given = text.split('\n').map((each) => each.trim());
        const texts = output.flatMap((record) => [record.title, ...record.abstract.split('\n\n')]);
        for (const record of output) {
          expect(record.title).not.toBe('');
          expect(given[record.line - 1]).toContain(record.title.split(' ')[0]);
        }
        const kept = squeeze([...texts, ...messages.map(({ reason }) => reason)].join(' '));
        const lines = given.filter((each) => each !== '');
        const lost = lines.filter(
          (each) => !isFurniture(each) && !kept.includes(squeeze(each)) && !kept.includes(undressed(each)),
        );
        const passedOver = messages.find(({ ruleId }) => ruleId === 'page-lines');
        // Besides lines that are told to be the page's, only further paragraphs of an abstract that is reported for its
        // missing title may be gone.
        if (!messages.some(({ ruleId }) => ruleId === 'missing-title'))
          expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(Number(/^\d+/.exec(passedOver?.reason ?? '0')));
        expect(squeeze(given.join(' ')).length).toBeGreaterThanOrEqual(squeeze(texts.join(' ')).length);
      }),
      RUNS,
    );
  });
});

/** Hostile text as it may stand on one line of a dump. */
const oneLine = hostileText.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '' && !isFurniture(text));

/** Whether a line is one of the page wherever it stands. */
function isFurniture(text: string): boolean {
  const beside = { above: '', below: '', isBelowFurniture: false };
  return readFurniture({ text, line: 1, spaced: true }, beside, { recurring: new Set(), hasBylines: false }) !== undefined;
}

/** A line without what a listing may dress it in, white space left out. */
function undressed(line: string): string {
  const bare = line
    .replace(/^[\p{P}\p{S}\d\s]*(?:(?:Title|Abstract)[\p{P}\s]*)?/u, '')
    .replace(/[\p{P}\s]*(?:\]\(.*\))?[\p{P}\s]*$/u, '');
  return squeeze(bare === '' ? line : bare);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
