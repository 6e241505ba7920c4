import type { ListedPaper } from './catalogue.ts';
import { toSearchable, type Searchable } from './search-record.ts';

/** The names of all topics, by slug. */
type Names = Record<string, string[]>;

/**
 * What is to be indexed as lines of JSON: what topics are called, once, then a paper each, in listing order. With the
 * names in each paper it would be three times as much.
 */
export function writeSearchLines(papers: ListedPaper[]): string {
  const names: Names = {};
  const lines = papers.map((paper) => {
    const searchable = toSearchable(paper);
    for (const topic of searchable.topics) names[topic.slug] = topic.names;
    const topics = searchable.topics.map(({ slug, strength }) => ({ slug, strength }));
    return JSON.stringify({ ...searchable, topics });
  });
  return [JSON.stringify(names), ...lines, ''].join('\n');
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
