import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import * as pagefind from 'pagefind';
import { stemmer } from 'stemmer';
import type { Entry } from '../../../src/model/paper.ts';
import type { PagefindResult } from '../../../src/search/pagefind.ts';
import { openPagefind } from './pagefind-in-node.ts';

/** Finds papers by a query: slugs in rank order, all of them. */
export type Search = (query: string) => Promise<string[]>;

/** MiniSearch with stems, words that begin alike, one letter in five wrong, titles twice. */
export function miniSearch(papers: Entry[]): Search {
  const index = new MiniSearch({
    idField: 'slug',
    fields: ['title', 'abstract'],
    processTerm: (term) => stemmer(term.toLowerCase()),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
  });
  index.addAll(papers);
  return async (query) => index.search(query).map(({ id }) => String(id));
}

/** With what Pagefind keeps of the page; our build keeps less, elsewhere. */
type WholeResult = PagefindResult & { data: () => Promise<{ raw_url: string }> };

/** Pagefind as it comes, over a page with the title as its heading and the abstract below it. */
export async function plainPagefind(papers: Entry[]): Promise<{ search: Search; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-pagefind-'));
  try {
    const { index } = await pagefind.createIndex();
    for (const { slug, title, abstract } of papers) {
      const content = `<html lang="en"><body><h1>${escape(title)}</h1><p>${escape(abstract)}</p></body></html>`;
      await index?.addHTMLFile({ url: `/${slug}`, content });
    }
    await index?.writeFiles({ outputPath: folder });
  } finally {
    await pagefind.close();
  }
  const engine = await openPagefind(`${folder}/`);
  const slugs = new Map<string, Promise<string>>();
  const slugOf = (result: WholeResult) => {
    const slug = slugs.get(result.id) ?? result.data().then(({ raw_url }) => raw_url.slice(1));
    slugs.set(result.id, slug);
    return slug;
  };
  return {
    search: async (query) => Promise.all(((await engine.search(query)).results as WholeResult[]).map(slugOf)),
    close: () => rmSync(folder, { recursive: true }),
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
