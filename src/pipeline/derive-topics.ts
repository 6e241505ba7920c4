import type { Paper, TaggedPaper } from '../model/paper.ts';
import type { Staged } from '../model/staged.ts';
import type { Tag } from '../model/tag.ts';
import type { Topic } from '../model/topic.ts';
import { broaderOf } from './evidence/broader.ts';
import { findMentions, type Mention, type Mentions, prepareMentions } from './evidence/mentions.ts';

/** What `npm run topics:learn` found out; without it, topics are matched by their labels, aliases and definitions. */
export interface Learned {
  version: 1;
}

/** A vocabulary made ready for reading papers. */
export interface TopicModel {
  mentions: Mentions;
  /** Slug of a topic → slug of the next broader one. */
  broader: Map<string, string>;
}

const MIN_SCORE = 2;
const MIN_CORE_SCORE = 4;
const MAX_TAGS = 12;
const MAX_EVIDENCE = 3;

export function prepareTopics(topics: Topic[], _learned?: Learned): TopicModel {
  return {
    mentions: prepareMentions(topics),
    broader: new Map(topics.flatMap((topic) => (topic.broader === undefined ? [] : [[topic.slug, topic.broader] as const]))),
  };
}

/**
 * Find the topics of a paper, strongest first, at most twelve, each with the words that earned it.
 *
 * A topic earns points by each mention, more in the title than in passing; a narrower topic brings its
 * broader ones, as minor, without words of their own.
 */
export function deriveTopics(paper: Paper, model: TopicModel): Staged<TaggedPaper> {
  const mentions = Map.groupBy(findMentions(paper.title, paper.abstract, model.mentions), (mention) => mention.topic);
  const scored = [...mentions]
    .map(([slug, found]) => ({ slug, found, score: total(found) }))
    .filter(({ score }) => score >= MIN_SCORE);
  scored.sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1));
  const tags = scored.slice(0, MAX_TAGS).map(({ slug, found, score }): Tag => ({
    slug,
    strength: score >= MIN_CORE_SCORE ? 'core' : 'minor',
    evidence: evidence(found),
  }));
  return { output: { ...paper, topics: withBroader(tags, model.broader) }, messages: [] };
}

/** The same words again count for less each time: a paper that says one word ten times is not ten times about it. */
function total(found: Mention[]): number {
  const seen = new Map<string, number>();
  let score = 0;
  for (const { phrase, weight } of [...found].sort((a, b) => b.weight - a.weight)) {
    const times = seen.get(phrase) ?? 0;
    seen.set(phrase, times + 1);
    score += weight / (1 + times) ** 2;
  }
  return score;
}

function evidence(found: Mention[]): string[] {
  const heaviest = [...found].sort((a, b) => b.weight - a.weight || b.words.length - a.words.length);
  return [...new Set(heaviest.map((mention) => mention.words))].slice(0, MAX_EVIDENCE);
}

function withBroader(tags: Tag[], broader: Map<string, string>): Tag[] {
  const all = [...tags];
  for (const tag of tags) {
    for (const slug of broaderOf(tag.slug, broader)) {
      if (!all.some((other) => other.slug === slug)) all.push({ slug, strength: 'minor', evidence: [] });
    }
  }
  return all;
}
