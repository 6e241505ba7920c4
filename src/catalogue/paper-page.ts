import type { Entry } from '../model/paper.ts';
import { toNamed, type ListedPaper, type ListedTag, type NamedTopic } from './catalogue.ts';
import { relatedRows, type ListRow } from './lists/list-row.ts';
import type { RelatedPaper } from './related-finder.ts';

/** All that the page of a paper shows, but for the site's settings: plain data, by which a build tells whether it has changed. */
export interface PaperPage {
  paper: Entry;
  /** Place in the listing, counted from 1; 0 for a withdrawn paper. */
  no: number;
  /** How many papers the catalogue lists. */
  papers: number;
  tags: PageTag[];
  related: ListRow[];
  /** The papers before and after it in the listing. */
  before: Neighbour | undefined;
  after: Neighbour | undefined;
}

/** A topic of a paper, as the paper's page shows it. */
export interface PageTag extends Omit<ListedTag, 'topic'> {
  topic: NamedTopic & {
    /** The slug of the next broader topic that has papers. */
    broader: string | undefined;
  };
}

/** A paper as the page of the next one names it. */
export type Neighbour = Pick<ListedPaper, 'no' | 'slug' | 'title' | 'language'>;

/** @param papers  All that the catalogue lists. */
export function toPaperPage(listed: ListedPaper, papers: ListedPaper[], related: RelatedPaper[]): PaperPage {
  const { no, tags, ...paper } = listed;
  return {
    ...{ paper, no, papers: papers.length },
    tags: tags.map(toPageTag),
    related: relatedRows(related),
    before: toNeighbour(papers[no - 2]),
    after: toNeighbour(papers[no]),
  };
}

export function toPageTag(tag: ListedTag): PageTag {
  return { ...tag, topic: { ...toNamed(tag.topic), broader: tag.topic.broader?.slug } };
}

function toNeighbour(paper: ListedPaper | undefined): Neighbour | undefined {
  return paper && { no: paper.no, slug: paper.slug, title: paper.title, language: paper.language };
}
