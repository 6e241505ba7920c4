import type { Paper } from '../model/paper.ts';
import type { Staged } from '../model/staged.ts';
import type { Tag } from '../model/tag.ts';
import type { Topic } from '../model/topic.ts';
import { broaderOf, numberBroader } from './evidence/broader.ts';
import { FunctionWords } from './evidence/function-words.ts';
import { judge, type Judge, prepareJudge, type Verdict } from './evidence/judge.ts';
import { type KnownTerms, lookUpTerms } from './evidence/known-terms.ts';
import type { Learned } from './evidence/learned.ts';
import { chooseMarks } from './evidence/marks.ts';
import { findMentions, type Mentions, type Phrases, preparePhrases } from './evidence/mentions.ts';
import { judgeByPoints } from './evidence/points.ts';
import { prepareWeights, scoreTopics, type Weights } from './evidence/score.ts';
import { readText, type Text } from './evidence/text.ts';
import { numberWords, WordNumbers } from './evidence/word-numbers.ts';
import { earnedByWords } from './evidence/worth.ts';

/** A vocabulary made ready for reading papers, with what was learnt for it. */
export interface TopicModel {
  /** In the order of their numbers. */
  slugs: string[];
  /** Of all words that the phrases and the weights speak of. */
  words: WordNumbers;
  functionWords: FunctionWords;
  phrases: Phrases;
  /** By number: the next broader topic, -1 for none. */
  broader: number[];
  /** Undefined where nothing was learnt: then topics are matched by labels, aliases and definitions alone. */
  learned: { weights: Weights; judge: Judge } | undefined;
}

/** What topics are derived from: nothing else of a paper. */
export type Words = Pick<Paper, 'title' | 'abstract' | 'language'>;

/** A paper as the stage sees it. */
interface Reading {
  text: Text;
  /** Undefined where nothing was learnt. */
  terms: KnownTerms | undefined;
  found: Mentions;
}

const MAX_TAGS = 12;

/** @param learned  What `npm run topics:learn` wrote. A topic that it does not know is matched without it. */
export function prepareTopics(topics: Topic[], learned?: Learned): TopicModel {
  const slugs = topics.map((topic) => topic.slug);
  const broader = numberBroader(topics);
  const words = new WordNumbers();
  return {
    slugs,
    words,
    functionWords: new FunctionWords(),
    phrases: preparePhrases(topics, words),
    broader,
    learned: learned && {
      weights: prepareWeights(learned.weights, slugs, words),
      judge: prepareJudge(learned.combination, slugs),
    },
  };
}

/**
 * Find the topics of a paper, strongest first, at most twelve, each with the words that earned it.
 *
 * A narrower topic brings its broader ones, as minor. How topics are weighed, and what was tried: evidence/README.md.
 */
export function deriveTopics<P extends Words>(paper: P, model: TopicModel): Staged<P & { topics: Tag[] }> {
  const text = numberWords(readText(paper.title, paper.abstract, model.functionWords.of(paper.language)), model.words);
  const terms = model.learned && lookUpTerms(text, model.learned.weights.terms);
  const reading = { text, terms, found: findMentions(text, model.phrases) };
  const verdicts = weigh(reading, model).filter((verdict) => verdict.tag >= 0);
  const shown = text.functionWords.size === 0 ? verdicts : withWords(verdicts, reading, model);
  const chosen = withBroader(shown, model.broader).sort(byStrength).slice(0, MAX_TAGS);
  return { output: { ...paper, topics: toTags(chosen, reading, model) }, messages: [] };
}

/** What speaks for each topic, by what was learnt of it or else by where its names stand; a person's weights are added. */
function weigh({ terms, found }: Reading, { learned, broader }: TopicModel): Verdict[] {
  const own = new Map<number, number>();
  for (const { topic, weight } of found.weights) own.set(topic, (own.get(topic) ?? 0) + weight);
  const byPoints = judgeByPoints(found.mentions.filter(({ topic }) => learned?.judge.topics[topic] === undefined));
  const byLearning =
    learned && terms ? judge(scoreTopics(terms, learned.weights, found.hidden), found.mentions, broader, learned.judge) : [];
  const verdicts = [...byLearning, ...byPoints];
  for (const topic of own.keys())
    if (!verdicts.some((verdict) => verdict.topic === topic)) verdicts.push({ topic, tag: -1, core: -1 });
  return verdicts.map((verdict) => ({ ...verdict, tag: verdict.tag + (own.get(verdict.topic) ?? 0) }));
}

/** Without those that only function words of the paper's language earned, for which no reader would give them. */
function withWords(verdicts: Verdict[], reading: Reading, model: TopicModel): Verdict[] {
  const tags = toTags(verdicts, reading, model);
  return verdicts.filter((_, at) => tags[at]!.evidence.length > 0);
}

/** Core before minor, then by how surely. */
function byStrength(a: Verdict, b: Verdict): number {
  return Number(b.core >= 0) - Number(a.core >= 0) || b.tag - a.tag || a.topic - b.topic;
}

function withBroader(verdicts: Verdict[], broader: number[]): Verdict[] {
  const all = [...verdicts];
  for (const { topic, tag } of verdicts) {
    for (const parent of broaderOf(topic, broader)) {
      if (!all.some((other) => other.topic === parent)) all.push({ topic: parent, tag: tag / 2, core: -1 });
    }
  }
  return all;
}

function toTags(verdicts: Verdict[], { text, terms, found }: Reading, { slugs, learned }: TopicModel): Tag[] {
  const topics = verdicts.map(({ topic }) => topic);
  const worths = earnedByWords(topics, text.words.length, found, terms, learned?.weights);
  return verdicts.map(({ topic, core }, at) => ({
    slug: slugs[topic]!,
    strength: core >= 0 ? 'core' : 'minor',
    evidence: chooseMarks(text, worths[at]!),
  }));
}
