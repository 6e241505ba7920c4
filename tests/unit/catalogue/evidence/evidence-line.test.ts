import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Piece } from '../../../../src/catalogue/evidence/evidence-line.ts';
import { cutAtMarks, evidenceLine } from '../../../../src/catalogue/evidence/evidence-line.ts';
import { findMarks } from '../../../../src/catalogue/evidence/find-marks.ts';
import { catalogueOf, core, entry, topic } from '../papers.ts';
import type { Tag } from '../../../../src/model/tag.ts';

const show = (pieces: Piece[] | undefined) => pieces?.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

function line(abstract: string, tags: Tag[], broader: Record<string, string> = {}): string | undefined {
  const topics = tags.map(({ slug }) => topic({ slug, broader: broader[slug] }));
  const [paper] = catalogueOf([entry({ slug: 'a', abstract, topics: tags })], topics).papers;
  const [tag] = paper?.tags ?? [];
  return paper && tag && show(evidenceLine(paper, tag));
}

describe('the line of evidence', () => {
  test('is the sentence with the words that weighed most and are in the abstract', () => {
    expect(line('First one. We prune nets. Last one.', [core('pruning', 'Pruned Nets', 'prune', 'First')])).toBe(
      'We [prune] nets.',
    );
  });

  test('does not end at a full stop inside a name or number', () => {
    expect(line('We use v1.5 of it, e.g. for pruning 3.5 nets. More.', [core('pruning', 'pruning')])).toBe(
      'We use v1.5 of it, e.g. for [pruning] 3.5 nets.',
    );
  });

  test('of a long sentence is cut between words, and says so', () => {
    const long = `Begin ${'and so on '.repeat(30)}we prune nets ${'and on and '.repeat(30)}end.`;
    const cut = line(long, [core('pruning', 'prune nets')]) ?? '';
    expect(cut).toMatch(/^…(and|so|on) .* we \[prune nets\] and .* (and|on)…$/);
    expect(cut.length).toBeLessThan(180);
  });

  test('that is cut does not end in a comma', () => {
    const cut = line(`We prune nets, ${'letters, '.repeat(40)}end.`, [core('pruning', 'prune nets')]) ?? '';
    expect(cut).toMatch(/letters…$/);
  });

  test('never shows half of the words, however long they are', () => {
    const words = 'word '.repeat(60).trim();
    expect(line(`Here ${words} there.`, [core('long', words)])).toContain(`[${words}]`);
  });

  test('of a broader topic is that of the narrower one', () => {
    expect(line('We prune nets.', [core('compression'), core('pruning', 'prune')], { pruning: 'compression' })).toBe(
      'We [prune] nets.',
    );
  });

  test('is not there when only the title has the words', () => {
    expect(line('Nothing here.', [core('pruning', 'Pruning')])).toBeUndefined();
  });

  test('stays in its paragraph', () => {
    expect(line('A heading without a stop\n\nWe prune nets', [core('pruning', 'prune')])).toBe('We [prune] nets');
  });
});

test('a text cut at its marks is the text again', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ minLength: 1, maxLength: 3 })), (text, words) => {
      const pieces = cutAtMarks(
        text,
        findMarks(
          text,
          words.map((each, n) => ({ n, words: each })),
        ),
      );
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});
