import type { SearchablePaper } from './search-record.ts';

/** Places of papers in the listing, counted from 0, in other orders. */
export interface SearchOrders {
  /** From A to Z. */
  title: number[];
  /** Newest first; those without a year are left out. */
  year: number[];
}

/** The orders that a reader may ask for. Pagefind's own do not hold across the parts of a large index. @param papers  In listing order. */
export function toOrders(papers: Pick<SearchablePaper, 'title' | 'year'>[]): SearchOrders {
  const places = papers.map((_, place) => place);
  const titles = new Intl.Collator('en', { numeric: true });
  const yearOf = (place: number) => papers[place]?.year ?? 0;
  return {
    title: places.toSorted((a, b) => titles.compare(papers[a]!.title, papers[b]!.title) || a - b),
    year: places.filter(yearOf).sort((a, b) => yearOf(b) - yearOf(a) || a - b),
  };
}
