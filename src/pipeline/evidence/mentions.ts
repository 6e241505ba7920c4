import type { Topic } from '../../model/topic.ts';
import { findAcronyms } from '../../model/acronyms.ts';
import { findHints, type HintIndex, indexHints } from './hints.ts';
import { phraseKey } from './learned.ts';
import { listedUses } from './listed-uses.ts';
import type { Place, Text } from './text.ts';
import type { NumberedText, WordNumbers } from './word-numbers.ts';
import { type Found, findPhrases, indexPhrases, type Phrase, type PhraseIndex, toPhrase } from './phrases.ts';

/** A place in a paper where the words of a topic stand. */
export interface Mention {
  /** Number of the topic in the vocabulary. */
  topic: number;
  kind: 'name' | 'definition' | 'hint';
  place: Place;
  /** The phrase of the vocabulary that it matches, as stems; a hint as it was written. */
  phrase: string;
  /** Kind and phrase, by which it is known what both are worth. */
  key: string;
  /** Words `from` to `to` of the text, end excluded. */
  from: number;
  to: number;
  /** True where it stands within a longer phrase of another topic: `graph` in `graph kernel`. */
  isInside: boolean;
}

type Kind = 'name' | 'definition' | 'negative' | 'weight';

interface Cue {
  topic: number;
  kind: Kind;
  /** That of its mentions. */
  key: string;
  /** A person's weight for this phrase; 0 but for `weight`. */
  weight: number;
}

/** The phrases of all topics, made ready. */
export interface Phrases {
  index: PhraseIndex<Cue>;
  hints: HintIndex;
  /** Stems of each topic's labels and aliases, to tell whether an acronym's long form is this topic. */
  stems: Set<string>[];
}

/** What the vocabulary says about a paper. */
export interface Mentions {
  mentions: Mention[];
  /** Where a topic's negatives stand, or its names in a list of uses: words there count nothing for it. */
  hidden: { topic: number; from: number; to: number }[];
  /** A person's weights for words that stand in the text, each phrase once. */
  weights: { topic: number; weight: number; from: number; to: number }[];
}

/** @param numbers  Those of its words are added. */
export function preparePhrases(topics: Topic[], numbers: WordNumbers): Phrases {
  const entries: { phrase: Phrase; value: Cue }[] = [];
  const stems: Set<string>[] = [];
  topics.forEach((topic, number) => {
    const names = [...labelPhrases(topic.label), ...topic.aliases].map(toPhrase);
    const seen = new Set<string>();
    const add = (phrase: Phrase, kind: Kind): void => {
      if (phrase.key === '' || seen.has(phrase.key)) return;
      seen.add(phrase.key);
      entries.push({ phrase, value: { topic: number, kind, key: phraseKey(kind, phrase.key), weight: 0 } });
    };
    for (const text of topic.negative) add(toPhrase(text), 'negative');
    for (const phrase of names) add(phrase, 'name');
    for (const text of definitionPhrases(topic.definition)) add(toPhrase(text), 'definition');
    for (const [text, weight] of Object.entries(topic.weights)) {
      const phrase = toPhrase(text);
      entries.push({ phrase, value: { topic: number, kind: 'weight', key: phraseKey('weight', phrase.key), weight } });
    }
    stems.push(new Set(names.filter((phrase) => !phrase.isAcronym).flatMap((phrase) => phrase.stems)));
  });
  return { index: indexPhrases(entries, numbers), hints: indexHints(topics, numbers), stems };
}

/** Every place where words of the vocabulary stand in a paper: names and definitions in reading order, then hints. */
export function findMentions(text: NumberedText, { index, hints, stems }: Phrases): Mentions {
  const found = findPhrases(text, index);
  const isListed = readListed(text);
  const hidden = [...hide(found), ...hideNames(found, isListed)];
  const foreign = foreignAcronyms(text, stems);
  const longer = found.filter(({ value, from, to }) => to - from > 1 && value.kind !== 'weight');
  const mentions: Mention[] = [];
  const weights = new Map<Cue, Mentions['weights'][number]>();
  for (const one of found) {
    const { value, phrase, from, to } = one;
    if (value.kind === 'negative') continue;
    if (value.kind === 'weight') weights.set(value, weights.get(value) ?? { topic: value.topic, weight: value.weight, from, to });
    else if (!isHidden(one, longer, hidden) && !(phrase.isAcronym && foreign(value.topic, phrase.stems[0]!)))
      mentions.push({
        topic: value.topic,
        kind: value.kind,
        place: text.places[from]!,
        phrase: phrase.key,
        key: value.key,
        from,
        to,
        isInside: longer.some((other) => isWithin(one, other)),
      });
  }
  const hasNegatives = found.some(({ value }) => value.kind === 'negative');
  for (const hint of findHints(text, hints))
    if (!isListed(hint) && !overlaps(hint, hint.topic, hidden) && !(hasNegatives && isNegativeWord(hint, text, found)))
      mentions.push(hint);
  return { mentions, hidden, weights: [...weights.values()] };
}

/**
 * Where a topic's negatives stand, and where their words stand alone: after "spectroscopic survey", "the survey" is none
 * of the topic's either. One sense a text: Gale, Church and Yarowsky, "One sense per discourse", HLT 1992.
 */
function hide(found: Found<Cue>[]): Mentions['hidden'] {
  const negatives = found.filter(({ value }) => value.kind === 'negative');
  const hidden = negatives.map(({ value, from, to }) => ({ topic: value.topic, from, to }));
  for (const { value, phrase, from, to } of found) {
    if (value.kind !== 'name' || phrase.stems.length > 1) continue;
    if (
      negatives.some((other) => other.value.topic === value.topic && other.phrase.stems.includes(phrase.stems[0]!)) &&
      !isPartOfName(value.topic, from, found)
    )
      hidden.push({ topic: value.topic, from, to });
  }
  return hidden;
}

/** Where names stand among what something might be good for. */
function hideNames(found: Found<Cue>[], isListed: (one: { from: number }) => boolean): Mentions['hidden'] {
  return found
    .filter((one) => one.value.kind === 'name' && isListed(one))
    .map(({ value, from, to }) => ({ topic: value.topic, from, to }));
}

function readListed({ text, words }: Text): (one: { from: number }) => boolean {
  const uses = listedUses(text);
  return ({ from }) => uses.some(({ start, end }) => start <= words[from]!.start && words[from]!.start < end);
}

/** Likewise a hint of one word: after "CUDA kernel", "the kernel" suggests no kernel method. */
function isNegativeWord({ topic, from, to }: Mention, { words }: Text, found: Found<Cue>[]): boolean {
  const { stem } = words[from]!;
  return (
    to - from === 1 &&
    found.some(({ value, phrase }) => value.kind === 'negative' && value.topic === topic && phrase.stems.includes(stem)) &&
    !isPartOfName(topic, from, found)
  );
}

/** Whether a word is part of a longer name of the topic, as `survey` in `literature survey`. */
function isPartOfName(topic: number, at: number, found: Found<Cue>[]): boolean {
  return found.some(
    ({ value, phrase, from, to }) =>
      value.topic === topic && value.kind === 'name' && phrase.stems.length > 1 && from <= at && at < to,
  );
}

/** A topic's longer phrase hides its shorter one inside it, its negatives all that they overlap. */
function isHidden(one: Found<Cue>, longer: Found<Cue>[], hidden: Mentions['hidden']): boolean {
  const { topic } = one.value;
  return overlaps(one, topic, hidden) || longer.some((other) => other.value.topic === topic && encloses(other, one));
}

function overlaps(one: { from: number; to: number }, topic: number, hidden: Mentions['hidden']): boolean {
  return hidden.some((other) => other.topic === topic && other.from < one.to && one.from < other.to);
}

function isWithin(one: Found<Cue>, other: Found<Cue>): boolean {
  return (
    other.value.topic !== one.value.topic &&
    (other.value.kind === 'name' || other.value.kind === 'definition') &&
    encloses(other, one)
  );
}

function encloses(outer: Found<Cue>, inner: Found<Cue>): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}

/** Acronyms that this paper uses for something else: when no word of the long form is one of the topic's. */
function foreignAcronyms(text: Text, stems: Set<string>[]): (topic: number, acronym: string) => boolean {
  let spelled: Map<string, string[]> | undefined;
  return (topic, acronym) => {
    spelled ??= new Map(findAcronyms(text.text).map(({ short, long }) => [toPhrase(short).stems.at(-1)!, toPhrase(long).stems]));
    const long = spelled.get(acronym);
    return long !== undefined && !long.some((stem) => stems[topic]!.has(stem));
  };
}

/** `Image classification & recognition` → `image classification`, `recognition`, and the label whole. */
function labelPhrases(label: string): string[] {
  const parts = label.split(/\s*(?:[,&/]|\band\b)\s*/i).filter((part) => part !== '');
  return [label, ...parts.filter((part) => part.includes(' ') || part.length > 3)];
}

/** The words after "Counts:" up to "Not:", one phrase each comma; phrases of two to four words only. */
function definitionPhrases(definition: string): string[] {
  const counted = /Counts:\s*([^]*?)(?:\bNot:|$)/.exec(definition)?.[1] ?? definition;
  return counted
    .split(/[,;:.]|\bor\b|\band\b/)
    .map((part) => part.trim())
    .filter((part) => /\s/.test(part) && part.split(/\s+/).length <= 4);
}
