import type { Entry } from '../model/paper.ts';
import { visibleTags } from '../model/tag.ts';
import type { Strength, Tag } from '../model/tag.ts';
import { FACETS } from '../model/topic.ts';
import type { Facet, Topic } from '../model/topic.ts';

/** The whole collection as pages and index see it: made once from the entries, then only read. */
export interface Catalogue {
  /** Every paper that is not withdrawn, in listing order: the last import first, as it stood in its dump. */
  papers: ListedPaper[];
  /** Papers whose pages say only that, why and when they were withdrawn. In no list, count or index. */
  withdrawn: ListedPaper[];
  /** Topics with one paper or more: by facet, then most papers first, then by label. */
  topics: ListedTopic[];
  /** How many topics of each facet content/topics holds, those without papers included. */
  vocabulary: Record<Facet, number>;
}

/** A paper with its place in the listing and its tags resolved to topics. */
export interface ListedPaper extends Entry {
  /** Place in the listing, counted from 1; 0 for a withdrawn paper. Never an address. */
  no: number;
  /** Strongest first, without those that a person took away. */
  tags: ListedTag[];
}

/** A topic of a paper, as the paper's page shows it. */
export interface ListedTag {
  topic: ListedTopic;
  strength: Exclude<Strength, 'none'>;
  /** Words as they stand in title or abstract, most telling first. */
  evidence: string[];
  /** True when a person gave it. */
  byPerson: boolean;
  /** The number that ties words and topic on the paper's page, counted from 1. */
  n: number;
}

/** A topic with its papers. */
export interface ListedTopic extends Omit<Topic, 'broader'> {
  /** The next broader topic that has papers. */
  broader?: ListedTopic | undefined;
  /** Topics right below it that have papers, most papers first. */
  narrower: ListedTopic[];
  /** Papers that are about it, in listing order. */
  core: ListedPaper[];
  /** Papers that touch on it, in listing order. */
  minor: ListedPaper[];
}

/** A topic as a link to its page shows it. */
export type NamedTopic = Pick<ListedTopic, 'slug' | 'label' | 'facet'>;

/** What a link to a topic shows, and nothing else of it. */
export function toNamed({ slug, label, facet }: NamedTopic): NamedTopic {
  return { slug, label, facet };
}

/** How many papers a topic has, core and minor together. */
export function paperCount(topic: ListedTopic): number {
  return topic.core.length + topic.minor.length;
}

/**
 * Put entries and topics together into one catalogue.
 *
 * A tag whose topic is not in `topics` is left out: the loader has said so.
 */
export function makeCatalogue(entries: Entry[], topics: Topic[]): Catalogue {
  const listedTopics = new Map(
    topics.map((topic): [string, ListedTopic] => [
      topic.slug,
      { ...topic, broader: undefined, narrower: [], core: [], minor: [] },
    ]),
  );
  const ordered = entries.toSorted(byListing);
  const papers = ordered.filter((entry) => !entry.withdrawn).map((entry, index) => list(entry, index + 1, listedTopics));
  for (const paper of papers) {
    for (const tag of paper.tags) tag.topic[tag.strength].push(paper);
  }
  joinBroader(topics, listedTopics);
  return {
    papers,
    // Without topics, as nothing of its text is shown.
    withdrawn: ordered.filter((entry) => entry.withdrawn).map((entry) => list(entry, 0, new Map())),
    topics: [...listedTopics.values()].filter(hasPapers).sort(byFacetAndCount),
    vocabulary: countByFacet(topics),
  };
}

function list(entry: Entry, no: number, topics: Map<string, ListedTopic>): ListedPaper {
  const tags = visibleTags(entry.topics).map((tag, index) => listTag(tag, index + 1, topics));
  return { ...entry, no, tags: tags.filter((tag) => tag !== undefined) };
}

function listTag(tag: Tag, n: number, topics: Map<string, ListedTopic>): ListedTag | undefined {
  const topic = topics.get(tag.slug);
  if (!topic || tag.strength === 'none') return undefined;
  return { topic, strength: tag.strength, evidence: tag.evidence, byPerson: tag.by === 'person', n };
}

/** Later imports first, each as it stood in its dump; entries that no import brought stand before them, by title. */
function byListing(a: Entry, b: Entry): number {
  if (a.imported && b.imported)
    return b.imported.run - a.imported.run || a.imported.place - b.imported.place || compare(a.slug, b.slug);
  if (a.imported || b.imported) return a.imported ? 1 : -1;
  return compare(a.title, b.title) || compare(a.slug, b.slug);
}

function joinBroader(topics: Topic[], listed: Map<string, ListedTopic>): void {
  const parents = new Map(topics.map(({ slug, broader }) => [slug, broader]));
  for (const topic of listed.values()) {
    const broader = hasPapers(topic) ? nearestBroader(topic.slug, parents, listed) : undefined;
    topic.broader = broader;
    broader?.narrower.push(topic);
  }
  for (const topic of listed.values()) topic.narrower.sort(byFacetAndCount);
}

function nearestBroader(
  slug: string,
  parents: Map<string, string | undefined>,
  listed: Map<string, ListedTopic>,
): ListedTopic | undefined {
  const seen = new Set([slug]); // a circle that a person wrote must not hang the build
  for (let above = parents.get(slug); above !== undefined && !seen.has(above); above = parents.get(above)) {
    seen.add(above);
    const broader = listed.get(above);
    if (broader && hasPapers(broader)) return broader;
  }
  return undefined;
}

function countByFacet(topics: Topic[]): Record<Facet, number> {
  const counts = { task: 0, method: 0, property: 0, contribution: 0 };
  for (const topic of topics) counts[topic.facet] += 1;
  return counts;
}

function hasPapers(topic: ListedTopic): boolean {
  return paperCount(topic) > 0;
}

function byFacetAndCount(a: ListedTopic, b: ListedTopic): number {
  return FACETS.indexOf(a.facet) - FACETS.indexOf(b.facet) || paperCount(b) - paperCount(a) || compare(a.label, b.label);
}

/** The same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
