/** The part of Pagefind's browser API that is used here (Pagefind 1.6). */
export interface Pagefind {
  options(options: { basePath: string; baseUrl?: string; metaCacheTag?: string }): Promise<void>;
  init(): Promise<void>;
  /** `null` finds every page that the filters leave. */
  search(
    term: string | null,
    options?: { filters?: object; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  /** Its own name for a page, the same in every search. */
  id: string;
  /** Places of the matching words in the page's content, counted from 0. */
  words: number[];
  matchedMetaFields?: string[];
  data(): Promise<PagefindFragment>;
}

/** What Pagefind keeps of a page for showing it: the record that was indexed. */
export interface PagefindFragment {
  raw_url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}
