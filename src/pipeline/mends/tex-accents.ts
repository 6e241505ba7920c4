import type { Mend } from './mend.ts';

/**
 * `Fr\'echet`, `Fr\'{e}chet`, `Fr{\'e}chet` → `Fréchet`, `Wroc\l{}aw` → `Wrocław`: letters that TeX spells out.
 *
 * Without braces only inside a word: `\"word\"` and `don\'t` are quotation marks and apostrophes that a program
 * escaped. The latter gets its apostrophe back.
 */
export const texAccents: Mend = {
  id: 'tex-accents',
  mend(text) {
    if (!text.includes('\\')) return text;
    return text.replace(APOSTROPHE, "'").replace(BRACED, compose).replace(BARE, compose).replace(SPELT, spell);
  },
};

const APOSTROPHE = /(?<=\p{L})\\'(?=(?:s|t|re|ve|ll|d|m)(?!\p{L}))/gu;

const LETTER = String.raw`([a-zA-Z]|\\[ij](?![a-zA-Z]))`;
/** `{\'e}`, `\'{e}`, `{\'{e}}`, `\v{s}`, `{\v s}`. */
const BRACED = new RegExp(
  String.raw`\{\\([\x60'^~=".])(?:${LETTER}|\{${LETTER}\})\}|\\([\x60'^~=".uvHcdkr])\{${LETTER}\}|\{\\([uvHcdkr])(?: ${LETTER}|\{${LETTER}\})\}`,
  'g',
);
/** `Fr\'echet`. */
const BARE = new RegExp(String.raw`(?<=[a-zA-Z])\\([\x60'^~="])${LETTER}`, 'g');

function compose(found: string, ...groups: unknown[]): string {
  // Captures come first; then the offset, a number, and the whole text.
  const captures = groups.slice(
    0,
    groups.findIndex((group) => typeof group === 'number'),
  );
  const [sign, letter] = captures.filter((capture) => typeof capture === 'string');
  const accent = ACCENTS[sign ?? ''];
  if (accent === undefined || letter === undefined) return found;
  return (letter.replace('\\', '') + accent).normalize('NFC');
}

const ACCENTS: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
};

/** `\o`, `\ss`, `{\L}`: with braces or a space behind, or at a word's end. */
const SPELT =
  /\{\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)\}|(?<![:\\/])\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?:\{\}| (?=\p{Ll})|(?![\p{L}\p{N}\\/{]))/gu;

const LETTERS: Record<string, string> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
};

function spell(found: string, braced?: string, bare?: string): string {
  return LETTERS[braced ?? bare ?? ''] ?? found;
}
