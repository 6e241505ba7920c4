import type { Catalogue, ListedTopic } from '../catalogue.ts';
import { paperCount } from '../catalogue.ts';

/** Two topics, and the papers that have both, core and minor alike. */
export interface TopicPair {
  /** The one that comes first in `Catalogue.topics`. */
  a: ListedTopic;
  b: ListedTopic;
  /** How many papers have both. */
  papers: number;
  /** How many would by chance alone: n(a) · n(b) / n. */
  expected: number;
}

/** Which of the catalogue's larger topics meet, for a triangular matrix. */
export interface TopicMatrix {
  /** In such an order that topics which meet often stand side by side. */
  topics: ListedTopic[];
  /** Each of them has as many papers or more. */
  fewestPapers: number;
  /** Pairs that meet, by their places in `topics`, counted from 0; `row` is always above `column`. */
  cells: { row: number; column: number; papers: number }[];
}

/** Below half of what chance gives, two topics are rarely together … */
const RARE_SHARE = 0.5;
/** … and only where chance would give more than a single paper. */
const FEWEST_EXPECTED = 1.2;

/**
 * The topics with most papers, and how many papers each two of them share.
 *
 * @param maxTopics  Topics with equally few papers are shown all or none, so there may be fewer.
 */
export function topicMatrix(catalogue: Catalogue, maxTopics = 20): TopicMatrix {
  const counts = catalogue.topics.map(paperCount).sort((a, b) => b - a);
  const fewestPapers = Math.max(2, (counts[maxTopics] ?? 0) + 1);
  const topics = inChain(
    catalogue.topics.filter((topic) => paperCount(topic) >= fewestPapers),
    pairs(catalogue),
  );
  const places = new Map(topics.map((topic, place) => [topic, place]));
  const cells = pairs(catalogue).flatMap(({ a, b, papers }) => {
    const [p, q] = [places.get(a), places.get(b)];
    return p === undefined || q === undefined || papers === 0 ? [] : [{ row: Math.max(p, q), column: Math.min(p, q), papers }];
  });
  return { topics, fewestPapers, cells: cells.sort((x, y) => x.row - y.row || x.column - y.column) };
}

/** The pairs of topics with most papers in common, most first; of a narrower topic and its broader ones, none. */
export function oftenTogether(catalogue: Catalogue, count = 12): TopicPair[] {
  return unrelatedPairs(catalogue)
    .filter(({ papers }) => papers > 1)
    .sort((x, y) => y.papers - x.papers || x.expected - y.expected || byLabels(x, y))
    .slice(0, count);
}

/**
 * The pairs of topics that meet in far fewer papers than chance would give, least likely first; of a narrower topic and its
 * broader ones, none. Likelihood is that of a Poisson distribution.
 */
export function rarelyTogether(catalogue: Catalogue, count = 6): TopicPair[] {
  return unrelatedPairs(catalogue)
    .filter(({ papers, expected }) => expected >= FEWEST_EXPECTED && papers <= expected * RARE_SHARE)
    .sort((x, y) => surprise(y) - surprise(x) || byLabels(x, y))
    .slice(0, count);
}

/** Twice the log of how much likelier the papers are by their own mean than by chance. */
function surprise({ papers, expected }: TopicPair): number {
  return 2 * ((papers === 0 ? 0 : papers * Math.log(papers / expected)) - papers + expected);
}

function unrelatedPairs(catalogue: Catalogue): TopicPair[] {
  return pairs(catalogue).filter(({ a, b }) => !isAbove(a, b) && !isAbove(b, a));
}

/** Every two topics, also those that never meet. */
function pairs(catalogue: Catalogue): TopicPair[] {
  const { topics, papers } = catalogue;
  const places = new Map(topics.map((topic, place) => [topic, place]));
  const shared = new Uint32Array(topics.length * topics.length);
  for (const { tags } of papers) {
    const own = tags.map((tag) => places.get(tag.topic)!).sort((a, b) => a - b);
    own.forEach((a, i) => {
      for (const b of own.slice(i + 1)) shared[a * topics.length + b]! += 1;
    });
  }
  return topics.flatMap((a, i) =>
    topics.slice(i + 1).map((b, j) => ({
      a,
      b,
      papers: shared[i * topics.length + i + 1 + j]!,
      expected: (paperCount(a) * paperCount(b)) / papers.length,
    })),
  );
}

function isAbove(upper: ListedTopic, lower: ListedTopic): boolean {
  for (let topic = lower.broader; topic; topic = topic.broader) if (topic === upper) return true;
  return false;
}

/** Begin with the two that meet most for their size, then go on at either end with the one that meets that end most. */
function inChain(topics: ListedTopic[], all: TopicPair[]): ListedTopic[] {
  const links = new Map<ListedTopic, Map<ListedTopic, number>>(topics.map((topic) => [topic, new Map()]));
  for (const { a, b, papers } of all) {
    const strength = papers / Math.sqrt(paperCount(a) * paperCount(b));
    links.get(a)?.set(b, strength);
    links.get(b)?.set(a, strength);
  }
  const link = (a: ListedTopic, b: ListedTopic): number => links.get(a)!.get(b) ?? 0;
  const left = new Set(topics);
  const strongest = (from: ListedTopic): { topic: ListedTopic; strength: number } | undefined =>
    [...left].map((topic) => ({ topic, strength: link(from, topic) })).sort((a, b) => b.strength - a.strength)[0];

  const start = topics.map((from) => Math.max(0, ...topics.map((to) => (to === from ? 0 : link(from, to)))));
  const first = topics[start.indexOf(Math.max(...start))];
  if (!first) return [];
  left.delete(first);
  const chain = [first];
  while (left.size > 0) {
    const before = strongest(chain[0]!)!;
    const after = strongest(chain.at(-1)!)!;
    if (before.strength > after.strength) chain.unshift(before.topic);
    else chain.push(after.topic);
    left.delete(before.strength > after.strength ? before.topic : after.topic);
  }
  return chain;
}

function byLabels(x: TopicPair, y: TopicPair): number {
  return x.a.label.localeCompare(y.a.label, 'en') || x.b.label.localeCompare(y.b.label, 'en');
}
