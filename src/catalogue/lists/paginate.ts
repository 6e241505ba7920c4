/** One page of a long list. */
export interface ListPage<T> extends PlaceInList {
  items: T[];
}

/** Where a page stands among those of its list. */
export interface PlaceInList {
  /** Counted from 1. */
  number: number;
  /** Address of every page of the list, without the base. */
  paths: string[];
  /** Numbers for the reader to go to, undefined where some are left out: 1 … 4 5 6 … 17. */
  shown: (number | undefined)[];
}

/** Papers on a page of a list. */
export const PAGE_SIZE = 50;

/**
 * Part a list into pages of at most `size` items, all nearly as long as each other, so that none holds a lone item.
 *
 * @param root   Address of the list and of its first page, without the base: `papers/`. Later ones stand at `papers/2/`.
 * @param taken  Addresses that are some other page's: a paper called "2" keeps `papers/2/`, and the list's page then
 *   stands at `papers/page-2/`.
 * @returns One page or more; an empty list has one empty page.
 */
export function paginate<T>(items: T[], size: number, root: string, taken: Set<string> = new Set()): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const paths = numbers.map((number) => pathOf(number, root, taken));
  const starts = numbers.map((number) => Math.round(((number - 1) * items.length) / count));
  return numbers.map((number) => ({
    items: items.slice(starts[number - 1], starts[number]),
    number,
    paths,
    shown: shownNumbers(number, count),
  }));
}

/** A page of a list without its items. */
export function placeOf({ number, paths, shown }: PlaceInList): PlaceInList {
  return { number, paths, shown };
}

/** The part of a page's address after its list's, as Astro names it: undefined for the first page. */
export function toParam(page: PlaceInList, root: string): string | undefined {
  const rest = page.paths[page.number - 1]?.slice(root.length).replace(/\/$/, '');
  return rest === '' ? undefined : rest;
}

/** What a title adds on later pages: `, page 2 of 17`; nothing on the first. */
export function ofPages(page: PlaceInList): string {
  return page.number === 1 ? '' : `, page ${page.number} of ${page.paths.length}`;
}

function pathOf(number: number, root: string, taken: Set<string>): string {
  if (number === 1) return root;
  const path = `${root}${number}/`;
  return taken.has(path) ? `${root}page-${number}/` : path;
}

/** First, last, and two on either side of the present one; a gap of one number is filled. */
function shownNumbers(present: number, last: number): (number | undefined)[] {
  const numbers = Array.from({ length: last }, (_, index) => index + 1);
  const near = numbers.filter((number) => number === 1 || number === last || Math.abs(number - present) <= 2);
  return near.flatMap((number, index) => {
    const gap = number - (near[index - 1] ?? 0);
    if (gap === 2) return [number - 1, number];
    return gap > 2 ? [undefined, number] : [number];
  });
}
