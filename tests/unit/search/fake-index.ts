import type { ShownPaper } from '../../../src/catalogue/search-record.ts';
import { paperToPage } from '../../../src/model/index-page.ts';
import type { PapersFile } from '../../../src/model/papers-file.ts';
import { placesToGaps } from '../../../src/model/papers-file.ts';
import { openIndexFiles } from '../../../src/search/index-files.ts';
import { IndexReader } from '../../../src/search/index-reader.ts';
import type { Pagefind, PagefindResult } from '../../../src/search/pagefind.ts';

/** A paper of a small index. */
export interface FakePaper {
  slug: string;
  title: string;
  abstract?: string;
  same?: string;
  close?: string;
  near?: string;
  topics?: string[];
}

/** An index of a few papers that answers as Pagefind 1.6 does, as far as IndexReader asks: words and their beginnings, quoted words. Words have no stems. */
export function fakeIndex(papers: FakePaper[]): IndexReader {
  const shown = papers.map(toShown);
  return new IndexReader(
    new FakePagefind(papers),
    openIndexFiles((path) => Promise.resolve(readFile(path, papers, shown))),
  );
}

class FakePagefind implements Pagefind {
  readonly #papers: FakePaper[];
  constructor(papers: FakePaper[]) {
    this.#papers = papers;
  }

  async options(): Promise<void> {}
  async init(): Promise<void> {}
  async mergeIndex(): Promise<void> {}

  async search(term: string): Promise<{ results: PagefindResult[] }> {
    const quoted = /^"(.*)"$/.exec(term)?.[1];
    const wanted = (quoted ?? term).toLowerCase();
    const fits = (word: string) => (quoted === undefined ? word.startsWith(wanted) : word === wanted);
    const results = this.#papers.flatMap((paper, at): PagefindResult[] => {
      const places = pieces(textOf(paper)).flatMap((parts, place) => (parts.some(fits) ? [place] : []));
      const fields = (['same', 'close', 'near'] as const).filter((field) =>
        pieces(paper[field] ?? '').some((parts) => parts.some(fits)),
      );
      if (places.length + fields.length === 0) return [];
      return [{ id: paperToPage(at), words: quoted === undefined ? places : places.slice(0, 1), matchedMetaFields: fields }];
    });
    return { results };
  }
}

function textOf({ title, abstract = '' }: FakePaper): string {
  return `${title} ${abstract}`.trim();
}

/** For each word what it is found by: itself without hyphens, and its parts. */
function pieces(text: string): string[][] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => {
      const parts = word.split('-').map((part) => part.replace(/[^\p{L}\p{N}+#]/gu, ''));
      return [...new Set([parts.join(''), ...parts])].filter(Boolean);
    });
}

function toShown(paper: FakePaper, at: number): ShownPaper {
  const titleLength = paper.title.split(' ').length;
  return { slug: paper.slug, no: String(at + 1), text: textOf(paper), titleLength, core: paper.topics ?? [], minor: [] };
}

function readFile(path: string, papers: FakePaper[], shown: ShownPaper[]): string {
  const list = /words\/(.)\.txt$/.exec(path)?.[1];
  if (list !== undefined) return wordList(list, papers);
  if (path.endsWith('parts.json')) return JSON.stringify({ parts: [papers.length], shown: { digest: 'x', each: papers.length } });
  if (path.endsWith('x-0.json')) return JSON.stringify(shown);
  if (path.endsWith('papers.json')) return JSON.stringify(toPapersFile(papers, shown));
  return JSON.stringify({ title: papers.map((_, at) => at), year: [] });
}

function toPapersFile(papers: FakePaper[], shown: ShownPaper[]): PapersFile {
  const slugs = new Set(papers.flatMap(({ topics = [] }) => topics));
  const placesOf = (slug: string) => papers.flatMap(({ topics = [] }, place) => (topics.includes(slug) ? place : []));
  return {
    titleLengths: shown.map(({ titleLength }) => titleLength),
    topics: Object.fromEntries([...slugs].map((slug) => [slug, placesToGaps({ core: placesOf(slug), minor: [] })])),
  };
}

function wordList(letter: string, papers: FakePaper[]): string {
  const counts = new Map<string, number>();
  for (const paper of papers)
    for (const word of new Set(
      textOf(paper)
        .toLowerCase()
        .match(/\p{L}{3,}/gu),
    ))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([word]) => word.startsWith(letter))
    .map(([word, count]) => `${word} ${count}\n`)
    .join('');
}
