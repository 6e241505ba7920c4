import type { ListedPaper } from '../catalogue.ts';
import type { ListPage } from './paginate.ts';

/** A letter of the list by title, and where its first paper stands. */
export interface Letter {
  letter: string;
  /** Without the base. */
  path: string;
}

/** Papers that stand one after another and were listed on the same day. */
export function byListedDate(papers: ListedPaper[]): { heading: string; papers: ListedPaper[] }[] {
  const days = runs(papers, (paper) => paper.sources[0]?.listed ?? '');
  const undated = days.length === 1 ? 'All papers' : 'Without a date';
  return days.map(({ key, items }) => ({ heading: key === '' ? undated : `Listed ${key}`, papers: items }));
}

/** By title as a reader seeks it: case, quotes and signs at its beginning aside. */
export function inTitleOrder(papers: ListedPaper[]): ListedPaper[] {
  const collator = new Intl.Collator('en', { numeric: true });
  const keyed = papers.map((paper) => ({ paper, key: sortKey(paper.title), rank: rank(sortKey(paper.title)) }));
  keyed.sort((a, b) => a.rank - b.rank || collator.compare(a.key, b.key) || a.paper.no - b.paper.no);
  return keyed.map(({ paper }) => paper);
}

/** Papers in title order by their first letter; `id` is what a link to the letter names. */
export function byLetter(papers: ListedPaper[]): { id: string; letter: string; papers: ListedPaper[] }[] {
  return runs(papers, (paper) => letterOf(paper.title)).map(({ key, items }) => ({
    id: idOf(key),
    letter: key,
    papers: items,
  }));
}

/** Every letter of a list in title order, each once, with the page that it begins on. */
export function lettersOf(pages: ListPage<ListedPaper>[]): Letter[] {
  const letters = new Map<string, string>();
  for (const page of pages) {
    for (const { id, letter } of byLetter(page.items)) {
      if (!letters.has(letter)) letters.set(letter, `${page.paths[page.number - 1] ?? ''}#${id}`);
    }
  }
  return [...letters].map(([letter, path]) => ({ letter, path }));
}

const DIGITS = '0–9';
const OTHERS = 'Others';

/** `A` to `Z` with accents taken off, all digits as one, all other scripts as one. */
function letterOf(title: string): string {
  const first = sortKey(title).charAt(0).normalize('NFD').charAt(0).toUpperCase();
  if (/[A-Z]/.test(first)) return first;
  return /\p{N}/u.test(first) ? DIGITS : OTHERS;
}

/** `letter-q`: the field of the search is called `q` on every page. */
function idOf(letter: string): string {
  return `letter-${nameOf(letter)}`;
}

function nameOf(letter: string): string {
  return letter === DIGITS ? 'digits' : letter === OTHERS ? 'others' : letter.toLowerCase();
}

/** The title from its first letter or digit on. */
function sortKey(title: string): string {
  return title.replace(/^[^\p{L}\p{N}]+/u, '');
}

/** Digits first, then letters from A to Z, then other scripts, as the groups stand. */
function rank(key: string): number {
  const letter = letterOf(key);
  return letter === DIGITS ? 0 : letter === OTHERS ? 2 : 1;
}

/** Items that stand one after another and have the same key. */
export function runs<T>(items: T[], keyOf: (item: T) => string): { key: string; items: T[] }[] {
  const groups: { key: string; items: T[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = groups.at(-1);
    if (last?.key === key) last.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups;
}
