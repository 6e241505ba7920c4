import { createHash } from 'node:crypto';

/** What two titles, or two abstracts, have in common when they differ in case, punctuation and spacing alone. */
export function textKey(text: string): string {
  const key = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}+<=>#]+/gu, '');
  return key === '' ? text : key; // a title that is all punctuation is no other's equal
}

/** The same of an abstract, as a hash: 100,000 keys of a thousand letters each would fill the memory. '' for an empty one. */
export function abstractKey(abstract: string): string {
  return abstract === '' ? '' : hexHash(textKey(abstract), 24);
}

/** The key of a paper's own text: two papers with the same one are the same. */
export function ownKey({ title, abstract }: { title: string; abstract: string }): string {
  return `${textKey(title)}\n${textKey(abstract)}`;
}

/** First hex digits of SHA-256. */
export function hexHash(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
