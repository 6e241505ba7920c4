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
  const bylines = lines.filter(({ text }) => isByline(text)).length;
  return { recurring: recurringIn(lines), hasBylines: texts > 0 && bylines >= 0.5 * texts };
}

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

/** A line of names: `Jane Doe, Wei Zhang¹ and J. K. Smith`. One name alone is too like a short title. */
export function isByline(text: string): boolean {
  if (text.length > LONGEST_BYLINE || /[.?!]$/.test(text)) return false;
  const names = text
    .replace(/(?:,? ?(?:\(?\d+ more authors?\)?|et al\.?|… ?\(?\d+ authors\)?))$/i, '')
    .split(/\s*[,;|·]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/)
    .filter((name) => name !== '');
  return names.length >= 2 && names.filter((name) => NAME.test(name)).length >= 0.7 * names.length;
}

const LONGEST_BYLINE = 5000;
const NAME =
  /^(?:(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|d[aeiou]s?|v[ao]n|der|den|la|le|bin|al|el|ter)[ -]?){1,4}\p{Lu}[\p{L}\p{M}'’.-]*(?:\s?\([^()]*\))?[\d∗*†‡§¶⋆,]*$/u;
