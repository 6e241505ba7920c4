import { hash } from 'node:crypto';
import type { Words } from '../derive-topics.ts';

/** What two titles, or two abstracts, have in common when they differ in case, punctuation and spacing alone. */
export function textKey(text: string): string {
  // Most texts are ASCII, and this takes a third of the time of the other line; it says the same of them.
  const key = /^[\0-\x7f]*$/.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9+<=>#]+/g, '')
    : text
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

/** The key of all that topics are derived from: papers with the same one have the same topics. */
export function topicsKey({ title, abstract, language = '' }: Words): string {
  return hexHash(`${language}\n${title}\n${abstract}`, 16);
}

/** First hex digits of SHA-256. Many are made of so many bytes: a longer piece of all digits would keep all in memory. */
export function hexHash(text: string, digits: number): string {
  if (digits < SHORTEST_PIECE) return hash('sha256', text).slice(0, digits);
  return hash('sha256', text, 'buffer')
    .toString('hex', 0, Math.ceil(digits / 2))
    .slice(0, digits);
}

/** V8 copies shorter ones, which takes less time than bytes do. */
const SHORTEST_PIECE = 13;
