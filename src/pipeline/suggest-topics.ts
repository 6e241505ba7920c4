import type { Topic } from '../model/topic.ts';
import { BACKGROUND } from './phrases/background.ts';
import { readCanonical } from './phrases/canonical.ts';
import { chooseTerms } from './phrases/choose.ts';
import { countPhrases, type Phrase } from './phrases/count-phrases.ts';
import { describeTerm } from './phrases/describe.ts';
import { readRuns } from './phrases/runs.ts';
import { mergeSpellings } from './phrases/spellings.ts';
import { termhood } from './phrases/termhood.ts';

/** A topic that a corpus suggests. */
export interface Suggestion {
  topic: Topic;
  /** Slugs of the papers that use its words, in the order of the corpus. */
  papers: string[];
}

/** Recurring phrases show in so many papers as well as in all; of a larger corpus every second, third, … is read. */
const MAX_PAPERS = 20_000;
const MAX_SUGGESTIONS = 150;

/**
 * Find the recurring terms of a corpus of any field, and propose each as a topic, surest first.
 *
 * Acronyms count as their long forms, plurals as singulars; a phrase that is hardly ever used but inside a longer one is
 * left out. The same papers give the same suggestions.
 *
 * @param topics  Topics that there are already; what they or their aliases name is not suggested again.
 * @param count   At most; by default more for more papers: 32 for 51, 150 for 680 or more.
 */
export function suggestTopics(
  papers: { slug: string; title: string; abstract: string }[],
  topics: Topic[] = [],
  count = Math.min(MAX_SUGGESTIONS, Math.round(3 * papers.length ** 0.6)),
): Suggestion[] {
  const read = sample(papers);
  const runs = read.map(readRuns);
  const canonical = readCanonical(read, runs);
  const phrases = mergeSpellings(countPhrases(runs, canonical, fewestPapers(read.length)));
  const ranked = rank(phrases, read.length);
  const fresh = withoutKnown(ranked, canonical.acronyms, topics);
  const terms = chooseTerms(fresh, read.length, count);
  const described = terms.map((phrase) => ({ phrase, topic: describeTerm(phrase, acronymsOf(phrase, canonical.acronyms)) }));
  return withBroader(withOwnSlugs(described, topics)).map(({ phrase, topic }) => ({
    topic,
    papers: phrase.papers.map((paper) => read[paper]!.slug),
  }));
}

interface Described {
  phrase: Phrase;
  topic: Topic;
}

/** Of two terms with one address the surer one stays. */
function withOwnSlugs(described: { phrase: Phrase; topic: Topic | undefined }[], topics: Topic[]): Described[] {
  const taken = new Set(topics.map(({ slug }) => slug));
  return described.flatMap(({ phrase, topic }) => {
    if (!topic || taken.has(topic.slug)) return [];
    taken.add(topic.slug);
    return [{ phrase, topic }];
  });
}

/** `semantic segmentation` goes under `segmentation`. */
function withBroader(described: Described[]): Described[] {
  const slugs = new Map(described.map(({ phrase, topic }) => [phrase.key, topic.slug]));
  return described.map(({ phrase, topic }) => {
    const heads = phrase.words.map((_, from) => slugs.get(phrase.words.slice(from).join(' '))).slice(1);
    const broader = heads.find((slug) => slug !== undefined);
    return { phrase, topic: broader === undefined ? topic : { ...topic, broader } };
  });
}

function sample<T>(papers: T[]): T[] {
  const step = Math.ceil(papers.length / MAX_PAPERS);
  return step <= 1 ? papers : papers.filter((_, i) => i % step === 0);
}

/** A phrase of fewer papers is no topic. */
function fewestPapers(papers: number): number {
  return papers < 100 ? 2 : Math.max(3, Math.round(papers / 1000));
}

function rank(phrases: Map<string, Phrase>, papers: number): Phrase[] {
  const corpus = { papers, phrases, background: BACKGROUND };
  const scored = [...phrases.values()].map((phrase) => ({ phrase, score: termhood(phrase, corpus) }));
  return scored.sort((a, b) => b.score - a.score || (a.phrase.key < b.phrase.key ? -1 : 1)).map(({ phrase }) => phrase);
}

function withoutKnown(phrases: Phrase[], acronyms: Map<string, string[]>, topics: Topic[]): Phrase[] {
  const known = new Set(topics.flatMap(({ label, aliases }) => [label, ...label.split(/,|&/), ...aliases]).map(toKey));
  return phrases.filter((phrase) => {
    const names = [phrase.key, ...phrase.forms.keys(), ...phrase.variants, ...acronymsOf(phrase, acronyms)];
    return !names.some((name) => known.has(toKey(name)));
  });
}

function acronymsOf({ key, variants }: Phrase, acronyms: Map<string, string[]>): string[] {
  return [...new Set([key, ...variants].flatMap((each) => acronyms.get(each) ?? []))];
}

/** Letters and digits alone, without a plural s: enough to tell whether two names are one. */
function toKey(name: string): string {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?<=.{3})s$/, ''))
    .join('');
}
