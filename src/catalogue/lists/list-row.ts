import { paths } from '../../model/address.ts';
import { toNamed, type ListedPaper, type ListedTag, type ListedTopic, type NamedTopic } from '../catalogue.ts';
import type { Piece } from '../evidence/evidence-line.ts';
import { evidenceLine, markedTitle } from '../evidence/evidence-line.ts';
import type { RelatedPaper } from '../related-finder.ts';
import type { Related } from '../related.ts';
import type { Linked } from '../wording.ts';

/** A topic in a row. */
export interface RowTag {
  topic: NamedTopic;
  strength: ListedTag['strength'];
}

/** One row of a list of papers, ready to be set: plain data. */
export interface ListRow {
  /** Place in the listing; undefined for what has none. */
  no?: number | undefined;
  title: Piece[];
  /** Where the title leads, without the base; undefined where no page is. */
  path: string | undefined;
  /** BCP 47 tag of the title where it is not the catalogue's. */
  language?: string | undefined;
  /** The line between title and tags: on topic pages that of evidence. */
  why?: { pieces: Piece[]; language?: string | undefined } | undefined;
  tags: RowTag[];
  /** Words on the line of tags before and after them. */
  before: Linked[];
  after: Linked[];
}

/** A row of number and title alone. */
export function bareRow(paper: ListedPaper): ListRow {
  return {
    no: paper.no > 0 ? paper.no : undefined,
    title: plain(paper.title),
    path: paths.paper(paper.slug),
    language: paper.language,
    tags: [],
    before: [],
    after: [],
  };
}

/** A row as home and the list of papers show it: core topics only. */
export function plainRow(paper: ListedPaper): ListRow {
  return { ...bareRow(paper), tags: coreTags(paper).map(toRowTag) };
}

/** A row of a topic's page: why the paper stands there, and what else it is about. */
export function topicRow(paper: ListedPaper, topic: ListedTopic): ListRow {
  const tag = paper.tags.find((candidate) => candidate.topic === topic);
  const line = tag && evidenceLine(paper, tag);
  const byHand = tag?.byPerson ? { pieces: plain('Given by hand.') } : undefined;
  return {
    ...bareRow(paper),
    title: markedTitle(paper.title, line || !tag ? [] : tag.evidence),
    why: line ? { pieces: line, language: paper.language } : byHand,
    tags: coreTags(paper)
      .filter((other) => other.topic !== topic)
      .map(toRowTag),
  };
}

/** The rows of a paper's related papers: those that share topics or rare words with it, and which. */
export function relatedRows(related: RelatedPaper[]): ListRow[] {
  // One that is near in many common words alone gives a reader no reason to follow it.
  return related.map(({ paper, reasons }) => relatedRow(paper, reasons)).filter((row) => row.tags.length + row.after.length > 0);
}

function relatedRow(other: ListedPaper, { topics, words }: Related): ListRow {
  const shared = topics.map((slug) => other.tags.find((tag) => tag.topic.slug === slug)).filter((tag) => tag !== undefined);
  return {
    ...bareRow(other),
    tags: shared.map(toRowTag),
    before: shared.length > 0 ? [{ text: 'shares' }] : [],
    after: words.length > 0 ? [{ text: `both say ${words.map((word) => `“${word}”`).join(', ')}` }] : [],
  };
}

/** Text without a mark. */
export function plain(text: string): Piece[] {
  return [{ text, isMarked: false }];
}

/** Without what a listed topic knows besides: rows are stored, and handed from thread to thread. */
export function toRowTag({ topic, strength }: RowTag): RowTag {
  return { topic: toNamed(topic), strength };
}

function coreTags(paper: ListedPaper): ListedTag[] {
  return paper.tags.filter((tag) => tag.strength === 'core');
}
