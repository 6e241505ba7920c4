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
