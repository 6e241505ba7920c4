import type { ListedPaper } from './catalogue.ts';
import { toSearchablePaper } from './search-record.ts';
import type { Searchable, SearchablePaper, SearchableTopic } from './search-record.ts';

/**
 * What is to be indexed as lines of JSON: what topics are called, once, then a paper each, in listing order. In one text,
 * 100,000 papers would take half a gigabyte.
 */
export function* writeSearchLines(papers: ListedPaper[]): Generator<string> {
  const topics = new Set(papers.flatMap(({ tags }) => tags.map(({ topic }) => topic)));
  const named = [...topics].map(({ slug, label, aliases }): SearchableTopic => ({ slug, names: [label, ...aliases] }));
  yield `${JSON.stringify(named)}\n`;
  for (const paper of papers) yield `${JSON.stringify(toSearchablePaper(paper))}\n`;
}

/** Read those lines back. @param bytes  In UTF-8: one text of them all would end at 350,000 papers, where V8's strings do. */
export function readSearchLines(bytes: Uint8Array): Searchable {
  const lines = linesOf(bytes);
  const topics = JSON.parse(lines.next().value ?? '[]') as SearchableTopic[];
  return { topics, papers: Array.from(lines, (line) => JSON.parse(line) as SearchablePaper) };
}

const LINE_FEED = 10;

function* linesOf(bytes: Uint8Array): Generator<string, undefined> {
  const decoder = new TextDecoder();
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf(LINE_FEED, from);
    yield decoder.decode(bytes.subarray(from, to));
    from = to + 1;
  }
}
