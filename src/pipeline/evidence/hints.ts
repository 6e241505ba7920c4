import type { Topic } from '../../model/topic.ts';
import { phraseKey } from './learned.ts';
import type { Mention } from './mentions.ts';
import { indexStarts, type Start, startingAt, type StartIndex } from './starts.ts';
import { NUMBER, termStem } from './terms.ts';
import { mayEarn } from './text.ts';
import type { NumberedText, WordNumbers } from './word-numbers.ts';
import { readWords } from './words.ts';

/** How many words may stand where a hint has `*`. */
const MAX_GAP = 5;

/** A topic's hint made ready: one step a word, each with the numbers of the stems that may stand there: few. */
interface Hint {
  topic: number;
  /** As it was written in the vocabulary. */
  text: string;
  /** That of its mentions. */
  key: string;
  steps: Step[];
}

interface Step {
  stems: number[];
  isAfterGap: boolean;
}

export type HintIndex = StartIndex<Hint>;

/** @param numbers  Those of the hints' stems are added. */
export function indexHints(topics: Topic[], numbers: WordNumbers): HintIndex {
  return indexStarts(
    topics.flatMap((topic, number) =>
      [...new Set(topic.hints)].flatMap((text) =>
        readHint(text, numbers).flatMap((steps) => startsOf({ topic: number, text, key: phraseKey('hint', text), steps })),
      ),
    ),
  );
}

/** One for each pair of words that a hint may begin with. */
function startsOf(item: Hint): Start<Hint>[] {
  const [first, second] = item.steps;
  const seconds = second && !second.isAfterGap ? second.stems : [undefined];
  return (first?.stems ?? []).flatMap((first) => seconds.map((second) => ({ first, second, item })));
}

/** Where words stand that suggest topics and may earn them, in reading order. */
export function findHints({ places, terms }: NumberedText, index: HintIndex): Mention[] {
  const found: Mention[] = [];
  for (let from = 0; from < terms.length; from++) {
    const place = places[from]!;
    if (!mayEarn(place)) continue;
    const here = found.length;
    for (const { topic, text, key, steps } of startingAt(terms, from, index)) {
      const to = endOf(steps, 1, terms, from + 1);
      // Title and abstract are two texts, whatever stands next to each other.
      if (to < 0 || (place === 'title' && places[to - 1] !== 'title')) continue;
      // Of `training|training-set` both may stand there.
      if (found.length > here && found.slice(here).some((other) => other.key === key && other.topic === topic)) continue;
      found.push({ topic, kind: 'hint', place, phrase: text, key, from, to, isInside: false });
    }
  }
  return found;
}

/** Where the nearest words end that stand for the steps from `step` on; -1 where there are none. */
function endOf(steps: Step[], step: number, terms: Int32Array, at: number): number {
  if (step === steps.length) return at;
  const { stems: wanted, isAfterGap } = steps[step]!;
  const last = Math.min(terms.length - 1, isAfterGap ? at + MAX_GAP : at);
  for (let next = at; next <= last; next++) {
    if (!wanted.includes(terms[next]!)) continue;
    const end = endOf(steps, step + 1, terms, next + 1);
    if (end >= 0) return end;
  }
  return -1;
}

/**
 * `release|present * dataset` → release or present; after up to five words, dataset. `#` stands for a number.
 *
 * @returns The ways to write it: of `fine-tuning|pre-training|training cost` three, for a step has one word.
 */
function readHint(text: string, numbers: WordNumbers): Step[][] {
  let ways: Step[][] = [[]];
  let isAfterGap = false;
  for (const part of text.trim().split(/\s+/)) {
    if (part !== '*') {
      const steps = readAlternatives(part, numbers).map((words) =>
        words.map((stems, at) => ({ stems, isAfterGap: isAfterGap && at === 0 })),
      );
      ways = ways.flatMap((way) => steps.map((more) => [...way, ...more]));
    }
    isAfterGap = part === '*';
  }
  return ways;
}

/** The stems that may stand at each word: all alternatives of one word together, and each of more by itself. */
function readAlternatives(part: string, numbers: WordNumbers): number[][][] {
  const read = part.split('|').map((word) => (word === NUMBER ? [NUMBER] : readWords(word).map(termStem)));
  const alternatives = read.map((stems) => stems.map((stem) => numbers.add(stem)));
  const single = new Set(alternatives.filter(({ length }) => length === 1).flat());
  const longer = alternatives.filter(({ length }) => length > 1).map((stems) => stems.map((stem) => [stem]));
  return single.size > 0 ? [[[...single]], ...longer] : longer;
}
