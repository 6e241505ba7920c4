/** A piece of a sentence, with a link where it has one. */
export interface Linked {
  text: string;
  href?: string | undefined;
  /** What a link says further to those who only hear it. */
  unseen?: string | undefined;
}

/**
 * A count in words for readers, with thousands parted.
 *
 * @example inWords(1, 'paper') // → '1 paper'
 * @example inWords(12345, 'paper') // → '12,345 papers'
 */
export function inWords(count: number, noun: string): string {
  return `${inDigits(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** 12345 → `12,345`. By hand, for Intl takes a microsecond and every page has hundreds. */
export function inDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** task → Task. */
export function capitalise(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}

/** `title, abstract and links`. */
export function inList(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/**
 * The beginning of a text on one line, cut between words.
 *
 * @param maxChars  At most so many letters, the `…` where something is left out included.
 */
export function excerpt(text: string, maxChars: number): string {
  // Of a long text the beginning is enough, unless it is mostly white space.
  const start = onOneLine(text.slice(0, 4 * maxChars));
  const line = start.length > maxChars ? start : onOneLine(text);
  if (line.length <= maxChars) return line;
  const cut = line.lastIndexOf(' ', maxChars - 1);
  const end = cut > maxChars / 2 ? cut : maxChars - 1;
  return `${line
    .slice(0, end)
    .replace(/[\s,;:(]+$/u, '')
    .replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Commas between, as pieces of their own. */
export function withCommas<T extends object>(pieces: T[]): (T | { text: string })[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [{ text: ', ' }, piece]));
}
