import type { Tag } from '../../model/tag.ts';
import type { Facet } from '../../model/topic.ts';
import { FACETS } from '../../model/topic.ts';
import type { Catalogue, ListedTopic } from '../catalogue.ts';
import { paperCount } from '../catalogue.ts';

/** The topics of one facet, for a short list. */
export interface FacetSummary {
  facet: Facet;
  /** Most papers first. */
  shown: ListedTopic[];
  /** How many are left out. */
  more: number;
}

/** How long the rule under a topic is. */
export interface BarScale {
  /** Of the topic with most papers. */
  longest: number;
  length: (papers: number) => number;
  /** True when it grows as the square root of the papers. */
  isRoot: boolean;
}

const SHORT = 6;
const LONG = 12;

/**
 * The topics that lead furthest, by facet: all of a short facet, of a long one at most twelve, those with one paper
 * left out. A facet without topics is left out.
 */
export function summarise(topics: ListedTopic[]): FacetSummary[] {
  return byFacet(topics).map(({ facet, topics: all }) => {
    const shown = all.length <= SHORT ? all : all.slice(0, LONG).filter((topic, index) => index < SHORT || paperCount(topic) > 1);
    return { facet, shown, more: all.length - shown.length };
  });
}

/** From here on a topic with few papers would have no rule to see beside one with most. */
const ROOT_FROM = 200;

/** One scale for all topics: as long as the papers are many, or as their root where the largest has very many. */
export function barScale(topics: ListedTopic[]): BarScale {
  const most = Math.max(1, ...topics.map(paperCount));
  const isRoot = most >= ROOT_FROM;
  const length = (papers: number) => (isRoot ? Math.round(Math.sqrt(papers) * 10) / 10 : papers);
  return { longest: length(most), length, isRoot };
}

/** Topics by facet, in the order of the facets, each facet in the order given. Empty facets are left out. */
export function byFacet(topics: ListedTopic[]): { facet: Facet; topics: ListedTopic[] }[] {
  return FACETS.map((facet) => ({ facet, topics: topics.filter((topic) => topic.facet === facet) })).filter(
    (group) => group.topics.length > 0,
  );
}

/** A topic, and how many papers it shares with another one. */
export interface SharedTopic {
  topic: ListedTopic;
  papers: number;
}

/**
 * Topics that papers of a topic have as well, most shared papers first.
 *
 * Those above it are left out, since every paper has them.
 */
export function foundTogether(topic: ListedTopic, count: number): SharedTopic[] {
  const shared = new Map<ListedTopic, number>();
  for (const paper of [...topic.core, ...topic.minor]) {
    for (const tag of paper.tags) shared.set(tag.topic, (shared.get(tag.topic) ?? 0) + 1);
  }
  for (let above: ListedTopic | undefined = topic; above; above = above.broader) shared.delete(above);
  const found = [...shared].map(([other, papers]) => ({ topic: other, papers }));
  return found
    .sort(
      (a, b) =>
        b.papers - a.papers || paperCount(a.topic) - paperCount(b.topic) || a.topic.label.localeCompare(b.topic.label, 'en'),
    )
    .slice(0, count);
}

/** Topics and tags of one facet. */
export interface FacetCounts {
  /** Topics in content/topics. */
  topics: number;
  /** Those with papers. */
  used: number;
  core: number;
  minor: number;
}

/** How many topics and tags each facet has, and all together. */
export function facetTable(catalogue: Catalogue): { rows: (FacetCounts & { facet: Facet })[]; total: FacetCounts } {
  const rows = FACETS.map((facet) => {
    const topics = catalogue.topics.filter((topic) => topic.facet === facet);
    const sum = (strength: 'core' | 'minor') => topics.reduce((tags, topic) => tags + topic[strength].length, 0);
    return { facet, topics: catalogue.vocabulary[facet], used: topics.length, core: sum('core'), minor: sum('minor') };
  });
  const add = (key: keyof FacetCounts) => rows.reduce((sum, row) => sum + row[key], 0);
  return { rows, total: { topics: add('topics'), used: add('used'), core: add('core'), minor: add('minor') } };
}

/** Tags that people gave, and those that they took away. */
export function tagsByHand({ papers }: Catalogue): { given: number; taken: number } {
  const count = (test: (tag: Tag) => boolean) => papers.reduce((sum, { topics }) => sum + topics.filter(test).length, 0);
  return {
    given: count(({ by, strength }) => by === 'person' && strength !== 'none'),
    taken: count(({ by, strength }) => by === 'person' && strength === 'none'),
  };
}
