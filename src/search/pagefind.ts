/** The part of Pagefind's browser API that is used here (Pagefind 1.6). */
export interface Pagefind {
  options(options: { basePath: string; baseUrl?: string; metaCacheTag?: string; noWorker?: boolean }): Promise<void>;
  init(): Promise<void>;
  /** Search another index as well; its pages follow those of the ones before. */
  mergeIndex(basePath: string): Promise<void>;
  /** `null` finds every page that the filters leave. */
  search(term: string | null, options?: { filters?: object }): Promise<{ results: PagefindResult[] }>;
  /** Every value of every filter, and how many pages have it. */
  filters(): Promise<Record<string, Record<string, number>>>;
}

export interface PagefindResult {
  /** Its own name for a page, the same in every search. */
  id: string;
  /** Places of the matching words in the page's content, counted from 0. */
  words: number[];
  matchedMetaFields?: string[];
  /** What Pagefind keeps of the page; our build keeps less, elsewhere (IndexFiles). */
  data?: () => Promise<{ raw_url: string }>;
}

/** Places of papers in the listing, counted from 0, in other orders: pagefind/orders.json. */
export interface Orders {
  title: number[];
  year: number[];
}
