import fc from 'fast-check';
import type { Span } from '../../src/model/record.ts';

/** Pieces that mean something to MDX, Markdown, HTML, YAML or JavaScript, or sit at their edges. */
const PIECES = [
  ...[
    '{',
    '}',
    '${x}',
    '{process.exit(1)}',
    '{/* a */}',
    '<',
    '>',
    '</',
    '/>',
    '<script>',
    '<b>',
    '<img onerror=x>',
    '</article>',
    '<!--',
    '-->',
    '<>',
    '<a.b/>',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '&',
    '&amp;',
    '&#123;',
    '&#x7b;',
    '&nbsp;',
    '\\',
    '\\\\',
    '\\n',
    '*',
    '**',
    '***',
    '_',
    '__',
    '`',
    '```',
    '~~~',
    '$',
    '$$',
    '^',
    '~',
    '~~',
  ],
  ...[
    '[',
    ']',
    '](',
    '![',
    '[x](y)',
    '[^1]',
    '[^1]: ',
    '[a]: b',
    '#',
    '# ',
    '###',
    '> ',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '1) ',
    '12.',
    '- [ ] ',
    '---',
    '+++',
    '===',
    '***',
    '___',
  ],
  ...[
    '|',
    '| a | b |',
    '|---|',
    'import ',
    'import x from "y"',
    "import fs from 'fs'",
    'import(',
    'import{',
    'export ',
    'export default',
    'export const a = 1',
    'export{',
  ],
  ...[
    'http://',
    'https://x.y',
    'www.a.b',
    'a@b.cc',
    '<http://a>',
    'javascript:',
    'data:',
    '"',
    "'",
    '“',
    '’',
    '–',
    ': ',
    ' #',
    '? ',
    '%',
    '@',
    '!',
    '!!',
    '|-',
    '>-',
    '\\"',
  ],
  ...[
    '\u00a0',
    '\u2003',
    '\u200b',
    '\u200d',
    '\u202e',
    'é',
    'e\u0301',
    'İ',
    'ß',
    '深層',
    '😀',
    'a',
    'b',
    'foo',
    'bar',
    'x1',
    '.',
    ',',
    ';',
    '(',
    ')',
    '=',
    '/',
  ],
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 3, arbitrary: fc.constant(' ') },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

/** What no text has after `normalise`: control characters, halves of characters, what is no character, byte order marks. */
const NEVER = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFEFF]/gu;

/** Text on one line, white space as `normalise` leaves it. */
export const hostileLine = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').replace(NEVER, '').replace(/\s+/g, ' ').trim())
  .filter((line) => line !== '');

/** An abstract: up to three paragraphs, or none. */
export const hostileText = fc.array(hostileLine, { maxLength: 3 }).map((paragraphs) => paragraphs.join('\n\n'));

/** An abstract with up to three spans of it emphasised, none over the end of a paragraph. */
export const hostileEmphasis = fc
  .tuple(hostileText, fc.uniqueArray(fc.nat(80), { maxLength: 6 }))
  .map(([abstract, cuts]): { abstract: string; emphasis: Span[] } => ({ abstract, emphasis: toSpans(abstract, cuts) }));

function toSpans(text: string, cuts: number[]): Span[] {
  const ends = cuts.filter((cut) => cut <= text.length && text.slice(0, cut).isWellFormed()).sort((a, b) => a - b);
  const pairs = ends.flatMap((start, index) =>
    index % 2 === 0 && ends[index + 1] !== undefined ? [{ start, end: ends[index + 1] ?? 0 }] : [],
  );
  return pairs.filter(({ start, end }) => text.slice(start, end).trim() !== '' && !text.slice(start, end).includes('\n'));
}
