import type { ShownPaper } from '../catalogue/search-record.ts';
import type { PapersFile } from '../model/papers-file.ts';
import type { Orders } from './pagefind.ts';

/** What the build says of the index: pagefind/parts.json. */
export interface IndexParts {
  /** Papers in each part. */
  parts: number[];
  /** Files with what is shown of papers: `fragment/DIGEST-N.json`, so many papers in each. */
  shown: { digest: string; each: number };
}

/** Reads what lies beside Pagefind's own files. */
export interface IndexFiles {
  parts: () => Promise<IndexParts>;
  /** Places of papers in other orders. */
  orders: () => Promise<Orders>;
  papers: () => Promise<PapersFile>;
  /** A list of the collection's words, by its name. */
  words: (list: string) => Promise<string>;
  /** What is kept of a paper for showing it, by its place in the listing, counted from 0. */
  shown: (place: number) => Promise<ShownPaper>;
}

/** @param read  Reads a file of the site as text, by its path below the base. */
export function openIndexFiles(read: (path: string) => Promise<string>): IndexFiles {
  const kept = new Map<string, Promise<unknown>>();
  const readJson = <T>(path: string): Promise<T> => {
    const found = kept.get(path) ?? read(path).then((text) => JSON.parse(text) as unknown);
    kept.set(path, found);
    return found as Promise<T>;
  };
  const parts = () => readJson<IndexParts>('pagefind/parts.json');
  return {
    parts,
    orders: () => readJson<Orders>('pagefind/orders.json'),
    papers: () => readJson<PapersFile>('pagefind/papers.json'),
    words: (list) => read(`search/words/${list}.txt`),
    shown: async (place) => {
      const { digest, each } = (await parts()).shown;
      const papers = await readJson<ShownPaper[]>(`pagefind/fragment/${digest}-${Math.floor(place / each)}.json`);
      const paper = papers[place % each];
      if (!paper) throw new Error(`The index shows no paper ${place}.`);
      return paper;
    },
  };
}
