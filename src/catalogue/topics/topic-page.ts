import { paperCount, toNamed, type Catalogue, type ListedPaper, type ListedTopic, type NamedTopic } from '../catalogue.ts';
import { topicRow, type ListRow } from '../lists/list-row.ts';
import { placeOf, type ListPage, type PlaceInList } from '../lists/paginate.ts';
import type { SharedTopic } from './topic-counts.ts';
import { capitalise, inDigits } from '../wording.ts';

/** All that a page of a topic shows, but for the site's settings: plain data, by which a build tells whether it has changed. */
export interface TopicPage {
  topic: CountedTopic & Pick<ListedTopic, 'introduction' | 'definition'>;
  broader: CountedTopic[];
  narrower: CountedTopic[];
  page: PlaceInList;
  /** How many papers the catalogue lists. */
  papers: number;
  sections: { heading: string; rows: ListRow[] }[];
  /** Topics that its papers have as well, with how many of them: most first. */
  found: { topic: NamedTopic; papers: number }[];
}

/** A topic with how many papers it has. */
export interface CountedTopic extends NamedTopic {
  papers: number;
}

export function toTopicPage(
  topic: ListedTopic,
  page: ListPage<ListedPaper>,
  found: SharedTopic[],
  { papers }: Catalogue,
): TopicPage {
  const { introduction, definition, broader, narrower } = topic;
  return {
    topic: { ...toCounted(topic), introduction, definition },
    broader: broader ? [toCounted(broader)] : [],
    narrower: narrower.map(toCounted),
    page: placeOf(page),
    papers: papers.length,
    sections: topicHeadings(topic, page.items).map((section) => ({
      heading: section.heading,
      rows: section.papers.map((paper) => topicRow(paper, topic)),
    })),
    found: found.map((other) => ({ topic: toNamed(other.topic), papers: other.papers })),
  };
}

function toCounted(topic: ListedTopic): CountedTopic {
  return { ...toNamed(topic), papers: paperCount(topic) };
}

/**
 * A scope note in its two halves.
 *
 * @example readDefinition('Counts: pruning, coding. Not: networks small by design.')
 *   // → [{ term: 'Counts', text: 'Pruning, coding.' }, { term: 'Does not', text: 'Networks small by design.' }]
 * @returns One line called "Meaning" for a note that is not written so; nothing for an empty one.
 */
export function readDefinition(definition: string): { term: string; text: string }[] {
  const note = definition.trim();
  if (note === '') return [];
  const halves = /^Counts:\s*(?<counts>.*?)\s*(?:\bNot:\s*(?<not>.*))?$/s.exec(note)?.groups;
  if (!halves) return [{ term: 'Meaning', text: note }];
  return [
    { term: 'Counts', text: capitalise(halves.counts ?? '') },
    { term: 'Does not', text: capitalise(halves.not ?? '') },
  ].filter(({ text }) => text !== '');
}

/**
 * The papers of one page of a topic under their headings: those that are about it before those that touch on it.
 *
 * A heading counts all papers of its kind, not those of the page.
 */
export function topicHeadings(topic: ListedTopic, papers: ListedPaper[]): { heading: string; papers: ListedPaper[] }[] {
  const isAbout = (paper: ListedPaper) => paper.tags.find((tag) => tag.topic === topic)?.strength === 'core';
  const { true: core = [], false: minor = [] } = Object.groupBy(papers, (paper) => `${isAbout(paper)}`);
  const groups = [
    { heading: about(topic.core.length), papers: core },
    { heading: touching(topic.minor.length, topic.core.length === 0), papers: minor },
  ];
  return groups.filter((group) => group.papers.length > 0);
}

function about(count: number): string {
  return count === 1 ? '1 paper is about it' : `${inDigits(count)} papers are about it`;
}

/** "papers" is said once: the second heading goes on from the first. */
function touching(count: number, isFirst: boolean): string {
  const digits = inDigits(count);
  const noun = !isFirst ? '' : count === 1 ? ' paper' : ' papers';
  return `${digits}${noun} ${count === 1 ? 'touches' : 'touch'} on it`;
}
