import type { Topic } from '../../model/topic.ts';
import { findAcronyms } from './acronyms.ts';
import { isPeer, readSentences, type Role } from './cues.ts';
import { findPhrases, indexPhrases, type Phrase, type PhraseIndex, toPhrase } from './phrases.ts';
import { readWords, type Word } from './words.ts';

/** A place in a paper where the words of a topic stand. */
export interface Mention {
  /** Slug of the topic. */
  topic: string;
  /** Words as they stand in title or abstract. */
  words: string;
  /** The phrase of the vocabulary that they match. */
  phrase: string;
  /** What the place is worth; always above 0. */
  weight: number;
}

interface Cue {
  topic: string;
  /** 1 for a label or an alias; less for words of the definition; 0 for a negative, which hides what it overlaps. */
  worth: number;
}

/** The phrases of all topics, made ready. */
export interface Mentions {
  index: PhraseIndex<Cue>;
  /** Stems of each topic's labels and aliases, to tell whether an acronym's long form is this topic. */
  stems: Map<string, Set<string>>;
}

const PLACE: Record<Role, number> = { title: 4, contribution: 2, opening: 1, body: 1, uses: 0 };
const DEFINITION_WORTH = 0.5;

export function prepareMentions(topics: Topic[]): Mentions {
  const entries: { phrase: Phrase; value: Cue }[] = [];
  const stems = new Map<string, Set<string>>();
  for (const topic of topics) {
    const named = [...labelPhrases(topic.label), ...topic.aliases].map(toPhrase);
    const defined = definitionPhrases(topic.definition).map(toPhrase);
    const seen = new Set<string>();
    const add = (phrase: Phrase, worth: number): void => {
      const key = phrase.stems.join(' ');
      if (key === '' || seen.has(key)) return;
      seen.add(key);
      entries.push({ phrase, value: { topic: topic.slug, worth } });
    };
    for (const text of topic.negative) add(toPhrase(text), 0);
    for (const phrase of named) add(phrase, 1);
    for (const phrase of defined) add(phrase, DEFINITION_WORTH);
    stems.set(topic.slug, new Set(named.filter((phrase) => !phrase.isAcronym).flatMap((phrase) => phrase.stems)));
  }
  return { index: indexPhrases(entries), stems };
}

/** Every mention of a topic in a paper that earns something, in reading order, title first. */
export function findMentions(title: string, abstract: string, mentions: Mentions): Mention[] {
  const foreign = foreignAcronyms(`${title}\n${abstract}`, mentions);
  const inTitle = read(title, mentions, foreign, () => PLACE.title);
  const sentences = readSentences(abstract);
  let at = 0;
  const inAbstract = read(abstract, mentions, foreign, (start) => {
    while (at < sentences.length - 1 && sentences[at]!.end <= start) at++;
    return isPeer(abstract.slice(sentences[at]!.start, start)) ? 0 : PLACE[sentences[at]!.role];
  });
  return [...inTitle, ...inAbstract];
}

function read(text: string, { index }: Mentions, foreign: Set<string>, place: (start: number) => number): Mention[] {
  const words = readWords(text);
  const found = findPhrases(words, index);
  const longest = found.filter((one) => !found.some((other) => hides(other, one)));
  return longest.flatMap(({ value, phrase, from, to }) => {
    if (phrase.isAcronym && foreign.has(`${value.topic} ${phrase.stems[0]}`)) return [];
    const start = words[from]!.start;
    const weight = value.worth * place(start);
    return weight > 0
      ? [{ topic: value.topic, words: slice(text, words, from, to), phrase: phrase.stems.join(' '), weight }]
      : [];
  });
}

/** A longer phrase hides a shorter one inside it, of another topic too; a negative hides what it overlaps of its own topic. */
function hides(a: { value: Cue; from: number; to: number }, b: { value: Cue; from: number; to: number }): boolean {
  if (a.value.worth === 0) return a.value.topic === b.value.topic && b.value.worth > 0 && a.from < b.to && b.from < a.to;
  return a.from <= b.from && b.to <= a.to && a.to - a.from > b.to - b.from;
}

function slice(text: string, words: Word[], from: number, to: number): string {
  return text.slice(words[from]!.start, words[to - 1]!.end);
}

/** Acronyms that this paper uses for something else: `topic acronym`, when no word of the long form is one of the topic's. */
function foreignAcronyms(text: string, { stems }: Mentions): Set<string> {
  const foreign = new Set<string>();
  for (const { short, long } of findAcronyms(text)) {
    const acronym = toPhrase(short).stems.at(-1);
    const spelled = toPhrase(long).stems;
    for (const [topic, own] of stems) if (!spelled.some((stem) => own.has(stem))) foreign.add(`${topic} ${acronym}`);
  }
  return foreign;
}

/** `Image classification & recognition` → `image classification`, `image recognition`, and the label whole. */
function labelPhrases(label: string): string[] {
  const parts = label.split(/\s*(?:[,&/]|\band\b)\s*/i).filter((part) => part !== '');
  return [label, ...parts.filter((part) => part.includes(' ') || part.length > 3)];
}

/** The words after "Counts:" up to "Not:", one phrase each comma; phrases of two words or more only. */
function definitionPhrases(definition: string): string[] {
  const counted = /Counts:\s*([^]*?)(?:\bNot:|$)/.exec(definition)?.[1] ?? definition;
  return counted
    .split(/[,;:.]|\bor\b|\band\b/)
    .map((part) => part.trim())
    .filter((part) => /\s/.test(part) && part.split(/\s+/).length <= 4);
}
