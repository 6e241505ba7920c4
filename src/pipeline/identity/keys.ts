import { createHash } from 'node:crypto';

/** What two titles, or two abstracts, have in common when they differ in case, punctuation and spacing alone. */
export function textKey(text: string): string {
  const key = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}$^`~]+/gu, '');
  return key === '' ? text : key; // a title that is all punctuation is no other's equal
}

/** First hex digits of SHA-256. */
export function hexHash(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
