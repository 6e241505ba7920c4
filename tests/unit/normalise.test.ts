import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/model/record.ts';
import { normalise } from '../../src/pipeline/normalise.ts';
import { fixtures } from '../fixtures.ts';
import { hostileText } from './hostile.ts';
import { RUNS } from './runs.ts';

/**
 * A case is a folder whose `cases.txt` has an abstract a line: before, ` → `, after; a line without arrow stays as it
 * is. `¶` is a blank line, `<U+200B>` a character by its number, `⟦…⟧` what is emphasised in the end.
 */
describe('normalise', () => {
  for (const fixture of fixtures('normalise')) {
    test(fixture.sentence, () => {
      for (const line of fixture.text('cases.txt').trimEnd().split('\n')) {
        const [before = '', after = before] = line.split(' → ').map(decoded);
        expect(mended(before), line).toBe(after);
        expect(mended(after.replace(/[⟦⟧]/g, '')), `${line}, again`).toBe(after.replace(/[⟦⟧]/g, ''));
      }
    });
  }

  test('mends a title as it does an abstract, on one line', () => {
    expect(normalise(recordOf('Deep\n\nLearning:a \\textbf{S}urvey , of 5\\%', '')).output.title).toBe(
      'Deep Learning:a Survey, of 5%',
    );
  });
});

describe('normalise, of any text', () => {
  test('gives clean text: composed, trimmed, single spaces, nothing that nobody sees', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, abstract) => {
        const { output } = normalise(recordOf(title, abstract));
        for (const text of [output.title, output.abstract]) {
          expect(text).toBe(text.normalize('NFC').trim());
          expect(text.isWellFormed()).toBe(true);
          expect(text.replaceAll('\n\n', ' ')).not.toMatch(
            /[^\S ]|  |[\0-\x1f\x7f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufffe\uffff]/,
          );
        }
        expect(output.title).not.toContain('\n');
        for (const { start, end } of output.emphasis) expect(output.abstract.slice(start, end).trim()).not.toBe('');
      }),
      RUNS,
    );
  });

  test('mends nothing twice, but for TeX within TeX', () => {
    fc.assert(
      fc.property(textOf(texPieces().filter((piece) => !piece.includes('{'))), (text) => {
        const { title, abstract } = normalise(recordOf(text, text)).output;
        const again = normalise(recordOf(title, abstract)).output;
        expect(again.title).toBe(title);
        expect(again.abstract).toBe(abstract);
      }),
      RUNS,
    );
  });

  test('loses no word of prose, and makes none up', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(lettersOf(normalise(recordOf('A title', text)).output.abstract)).toBe(lettersOf(text));
      }),
      RUNS,
    );
  });
});

const textOf = (pieces: string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    { weight: 2, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((all) => all.join('')) },
  );
const anyText = textOf(texPieces());

/** Pieces that mean something to the mends. */
function texPieces(): string[] {
  return [
    ...[
      '\\emph{',
      '\\textbf{',
      '{\\em ',
      '{',
      '}',
      '$',
      '$$',
      '\\(',
      '\\)',
      '\\[',
      '\\]',
      '``',
      "''",
      '"',
      '*',
      '\\',
      '\\\\',
      '~',
      '--',
      '---',
    ],
    ...[
      "\\'",
      '\\"{',
      '\\c{c}',
      '\\o',
      '\\alpha',
      '\\%',
      '\\$',
      '\\url{',
      '\\href{',
      '\\footnote{',
      '\\ours',
      '\\overfeat',
      'mathcal{',
      ' leq ',
    ],
    ...[
      'word',
      'Word',
      'we',
      'We ',
      'The ',
      ' ',
      '  ',
      '\n\n',
      '\n',
      ',',
      '.',
      ' .',
      ' ,',
      '5',
      '16times16',
      'x',
      'é',
      'â€™',
      'Ã©',
      'ﬁ',
    ],
    ...['https://a.b/c ', 'github.com/a ', '\u200b', '\u200d', '\ufeff', '\u0301', '😀', 'ن', '(', ')', '[', ']', '^', '_'],
  ];
}

/** Words and punctuation as people write them. */
const prose = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'we',
        'We',
        'deep',
        'Networks',
        'of',
        '3D',
        'naïve',
        '深層',
        'GPT-4',
        'k-means',
        "don't",
        'e.g.',
        '0.5',
        'Müller',
        '(b)',
        '“c”',
        'C++',
      ),
      fc.constantFrom(
        ' ',
        ' ',
        ' ',
        ', ',
        '. ',
        ',',
        '.',
        ' – ',
        '-',
        '/',
        ': ',
        '; ',
        '? ',
        '! ',
        '\n\n',
        ' *',
        '* ',
        '~',
        ' & ',
      ),
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map((pieces) => pieces.flat().join(''));

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function recordOf(title: string, abstract: string) {
  return { dump: 'dump.txt', line: 1, title, abstract };
}

function mended(before: string): string {
  const { abstract, emphasis } = normalise(recordOf('A title', before)).output;
  return marked(abstract, emphasis);
}

function marked(text: string, spans: Span[]): string {
  const ends = [0, ...spans.flatMap(({ start, end }) => [start, end]), text.length];
  return ends
    .slice(1)
    .reduce((whole, end, at) => whole + (at === 0 ? '' : at % 2 === 1 ? '⟦' : '⟧') + text.slice(ends[at], end), '');
}

function decoded(text: string): string {
  const characters = text.replace(/<U\+([0-9A-F]{4,6})>/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return characters.replaceAll('¶', '\n\n');
}
