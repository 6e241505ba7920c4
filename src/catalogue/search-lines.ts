import type { ListedPaper } from './catalogue.ts';
import { toSearchable, type Searchable } from './search-record.ts';

/** The names of all topics, by slug. */
type Names = Record<string, string[]>;

/**
 * What is to be indexed as lines of JSON: what topics are called, once, then a paper each, in listing order. With the
 * names in each paper it would be three times as much; in one text, 100,000 papers would take half a gigabyte.
 */
export function* writeSearchLines(papers: ListedPaper[]): Generator<string> {
  const names: Names = {};
  for (const { topic } of papers.flatMap(({ tags }) => tags)) names[topic.slug] = [topic.label, ...topic.aliases];
  yield `${JSON.stringify(names)}\n`;
  for (const paper of papers) {
    const searchable = toSearchable(paper);
    const topics = searchable.topics.map(({ slug, strength }) => ({ slug, strength }));
    yield `${JSON.stringify({ ...searchable, topics })}\n`;
  }
}

/** Read those lines back. @param bytes  In UTF-8: one text of them all would end at 350,000 papers, where V8's strings do. */
export function readSearchLines(bytes: Uint8Array): Searchable[] {
  const decoder = new TextDecoder();
  const papers: Searchable[] = [];
  let names: Names | undefined;
  for (let from = 0; from < bytes.length;) {
    const to = bytes.indexOf(LINE_FEED, from);
    const line = decoder.decode(bytes.subarray(from, to));
    from = to + 1;
    if (!names) {
      names = JSON.parse(line) as Names;
      continue;
    }
    const paper = JSON.parse(line) as Searchable;
    for (const topic of paper.topics) topic.names = names[topic.slug] ?? [];
    papers.push(paper);
  }
  return papers;
}

const LINE_FEED = 10;
