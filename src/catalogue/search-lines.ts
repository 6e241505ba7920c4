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

/** Read those lines back. */
export function readSearchLines(text: string): Searchable[] {
  const [names, ...papers] = text.split('\n').filter(Boolean);
  const known = JSON.parse(names ?? '{}') as Names;
  return papers.map((line) => {
    const paper = JSON.parse(line) as Searchable;
    return { ...paper, topics: paper.topics.map((topic) => ({ ...topic, names: known[topic.slug] ?? [] })) };
  });
}
