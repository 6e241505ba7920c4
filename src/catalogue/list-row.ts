import type { ListedPaper, ListedTag, ListedTopic } from './catalogue.ts';
import type { Piece } from './evidence-line.ts';
import { evidenceLine, markedTitle } from './evidence-line.ts';
import type { Related } from './related.ts';

/** One row of a list of papers, ready to be set. */
export interface ListRow {
  paper: ListedPaper;
  title: Piece[];
  /** The line of evidence, on topic pages. */
  why?: Piece[] | undefined;
  tags: ListedTag[];
  /** Words on the line of tags before and after them. */
  before: string[];
  after: string[];
}

/** A row as home and the list of papers show it: core topics only. */
export function plainRow(paper: ListedPaper): ListRow {
  return { paper, title: markedTitle(paper.title, []), tags: coreTags(paper), before: [], after: [] };
}

/** A row of a topic's page: why the paper stands there, and what else it is about. */
export function topicRow(paper: ListedPaper, topic: ListedTopic): ListRow {
  const tag = paper.tags.find((candidate) => candidate.topic === topic);
  const why = tag && evidenceLine(paper, tag);
  return {
    paper,
    title: markedTitle(paper.title, why || !tag ? [] : tag.evidence),
    why: why ?? (tag?.byPerson ? [{ text: 'Given by hand.', isMarked: false }] : undefined),
    tags: coreTags(paper).filter((other) => other.topic !== topic),
    before: [],
    after: [],
  };
}

/** A row of a paper's related papers: the topics that both share and the words that both say. */
export function relatedRow(other: ListedPaper, { topics, words }: Related): ListRow {
  const shared = topics.map((slug) => other.tags.find((tag) => tag.topic.slug === slug)).filter((tag) => tag !== undefined);
  return {
    paper: other,
    title: markedTitle(other.title, []),
    tags: shared,
    before: shared.length > 0 ? ['shares'] : [],
    after: words.length > 0 ? [`both say ${words.map((word) => `“${word}”`).join(', ')}`] : [],
  };
}

function coreTags(paper: ListedPaper): ListedTag[] {
  return paper.tags.filter((tag) => tag.strength === 'core');
}
