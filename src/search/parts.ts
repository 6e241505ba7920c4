import { stemmer } from 'stemmer';
import type { PagefindResult } from './pagefind.ts';

/**
 * What Pagefind found for a word, without the pages that a part of the index gave for the word's beginning.
 *
 * Where no word of a part begins as asked, Pagefind looks for the longest one that the asked word begins with, and finds
 * "hyper" for "hypernetworks" (Pagefind 1.6). One page of each part is looked at to tell: all of its pages have the same
 * words.
 *
 * @param found   Pages of all parts.
 * @param isExact Whether a page has the very word; then its part knows it.
 * @param partOf  The part that a page is in.
 */
export async function withoutBeginnings(
  word: string,
  found: PagefindResult[],
  isExact: (id: string) => boolean,
  partOf: (id: string) => number,
): Promise<PagefindResult[]> {
  const parts = [...Map.groupBy(found, ({ id }) => partOf(id)).values()];
  const kept = await Promise.all(
    parts.map(async (pages) => pages.some(({ id }) => isExact(id)) || (await begins(word, pages[0]))),
  );
  return parts.flatMap((pages, at) => (kept[at] ? pages : []));
}

/** Whether the first match on a page begins as the word does, endings aside: "study" and "studies" do. */
async function begins(word: string, page: PagefindResult | undefined): Promise<boolean> {
  const place = page?.words[0];
  if (page === undefined || place === undefined) return true;
  const { content } = await page.data();
  const match = toLetters(content.split(' ')[place] ?? '');
  const asked = toLetters(word);
  let same = 0;
  while (same < asked.length && asked[same] === match[same]) same += 1;
  return same >= stemmer(asked).length - 1 || isPartOf(match, asked);
}

/** Pagefind also finds the parts of a compound: "k-nearest" for "nearest". */
function isPartOf(match: string, asked: string): boolean {
  return match.includes(stemmer(asked));
}

function toLetters(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
