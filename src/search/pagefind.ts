/** The part of Pagefind's browser API that is used here (Pagefind 1.6). */
export interface Pagefind {
  options(options: { basePath: string; baseUrl?: string; metaCacheTag?: string; noWorker?: boolean }): Promise<void>;
  init(): Promise<void>;
  /** Search another index as well; its pages follow those of the ones before. */
  mergeIndex(basePath: string): Promise<void>;
  search(term: string): Promise<{ results: PagefindResult[] }>;
}

/**
 * Start Pagefind over an index.
 *
 * @param folder  Where the index lies, with a slash at its end; the second part and those that follow are in `2/`, `3/`, …
 * @param parts   How many parts it has.
 */
export async function startPagefind(pagefind: Pagefind, folder: string, parts: number): Promise<void> {
  await pagefind.options({ basePath: folder, noWorker: true }); // ours is a worker already: another would be fetched for nothing
  await pagefind.init();
  for (let part = 2; part <= parts; part += 1) await pagefind.mergeIndex(`${folder}${part}/`);
}

export interface PagefindResult {
  /** Its own name for a page, the same in every search. */
  id: string;
  /** Places of the matching words in the page's content, counted from 0. */
  words: number[];
  matchedMetaFields?: string[];
}

/** Places of papers in the listing, counted from 0, in other orders: pagefind/orders.json. */
export interface Orders {
  title: number[];
  year: number[];
}
