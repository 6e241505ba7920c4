import { type Block, LONG_LINE } from './line.ts';

/** What a page puts around all its papers, told by its coming again and again. */
export interface Habits {
  /** Lines that stand in many places of the dump, below other texts each time. By `recurrenceKey`. */
  recurring: ReadonlySet<string>;
  /** Whether its papers have a line that names their authors. */
  hasBylines: boolean;
}

export function habitsOf(lines: Block[]): Habits {
  const texts = lines.filter(({ text }) => text.length >= LONG_LINE && !isByline(text)).length;
  const ofOne = lines.filter(({ text }, at) =>
    isNameOfOne(text, { above: lines[at - 1]?.text ?? '', below: lines[at + 1]?.text ?? '' }),
  ).length;
  const bylines = lines.filter(({ text }) => isByline(text)).length + (texts >= ENOUGH_TEXTS ? ofOne : 0);
  return { recurring: recurringIn(lines), hasBylines: texts > 0 && bylines >= 0.5 * texts };
}

/** Of fewer, a short title below one without abstract would make a habit of it. */
const ENOUGH_TEXTS = 4;

/** A line as it comes again: whatever its numbers, and in any case. */
export function recurrenceKey(text: string): string {
  return text.toLowerCase().replace(/\d+(?:[.,]\d+)*/g, '0');
}

/**
 * Lines that come again below other texts each time. The titles of a dump that was pasted three times come again as
 * well, but below the same ones.
 */
function recurringIn(lines: Block[]): Set<string> {
  const textsAbove = new Map<string, Set<string>>();
  let textAbove = '';
  for (const { text } of lines) {
    if (text.length >= LONG_LINE) textAbove = text;
    if (text.length > LONGEST_RECURRING) continue;
    const key = recurrenceKey(text);
    const above = textsAbove.get(key) ?? new Set();
    textsAbove.set(key, above.add(textAbove));
  }
  return new Set([...textsAbove].flatMap(([key, above]) => (above.size >= TIMES ? [key] : [])));
}

const LONGEST_RECURRING = 60;
const TIMES = 3;

/**
 * A line of names: `Jane Doe, Wei Zhang¹ and J. K. Smith`, `by Jane Doe et al.`, `Doe, Jane; Zhang, Wei`. One name alone
 * is too like a short title.
 */
export function isByline(text: string): boolean {
  if (text.length > LONGEST_BYLINE) return false;
  const dressed = text.replace(/^by:? /i, '').replace(/^([*_]{1,2})([^*_].*)\1$/, '$2');
  const named = dressed.replace(AND_OTHERS, '');
  if (named !== dressed && NAME.test(named)) return true;
  if (/[.?!]$/.test(named)) return false;
  const names = named
    .split(LAST_NAME_FIRST.test(named) ? /\s*;\s*/ : /\s*[,;|·]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/)
    .map((name) => name.replace(/^([^,]+), ([^,]+)$/, '$2 $1'))
    .filter((name) => name !== '');
  return names.length >= 2 && names.filter((name) => NAME.test(name)).length >= 0.7 * names.length;
}

/** One name, between what may be a title and a text: `Jane Doe`. */
export function isNameOfOne(text: string, { above, below }: { above: string; below: string }): boolean {
  const isBetween = /\p{L}.*\p{L}/u.test(above) && above.length < LONG_LINE && below.length >= LONG_LINE;
  return isBetween && text.length <= LONGEST_NAME && NAME.test(text);
}

const LONGEST_NAME = 40;
const LONGEST_BYLINE = 5000;
const LAST_NAME_FIRST = /^[^,;]+, [^,;]+;/;
const AND_OTHERS = /(?:,? ?(?:\(?\d+ more authors?\)?|et al\.?|… ?\(?\d+ authors\)?))$/i;
const NAME =
  /^(?:(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|d[aeiou]s?|v[ao]n|der|den|la|le|bin|al|el|ter)[ -]?){1,4}\p{Lu}[\p{L}\p{M}'’.-]*(?:\s?\([^()]*\))?[\d∗*†‡§¶⋆,]*$/u;
