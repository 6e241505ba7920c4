import type { Topic } from '../../model/topic.ts';
import type { Mention } from './mentions.ts';
import { termStem } from './terms.ts';
import type { Text } from './text.ts';
import { readWords } from './words.ts';

/** How many words may stand where a hint has `*`. */
const MAX_GAP = 5;

/** A topic's hint made ready: one step a word, each with the stems that may stand there. */
interface Hint {
  topic: number;
  /** As it was written in the vocabulary. */
  text: string;
  steps: { stems: Set<string>; isAfterGap: boolean }[];
}

/** Hints by the stems that they may begin with, so that a text is read once whatever their number. */
export type HintIndex = Map<string, Hint[]>;

export function indexHints(topics: Topic[]): HintIndex {
  const index: HintIndex = new Map();
  topics.forEach((topic, number) => {
    for (const text of new Set(topic.hints)) {
      const hint = { topic: number, text, steps: readSteps(text) };
      for (const stem of hint.steps[0]?.stems ?? []) index.set(stem, [...(index.get(stem) ?? []), hint]);
    }
  });
  return index;
}

/** Where words stand that suggest topics, in reading order. Not in lists of uses, nor in what the paper is measured against. */
export function findHints({ words, places }: Text, index: HintIndex): Mention[] {
  const stems = words.map(termStem);
  const found: Mention[] = [];
  for (let from = 0; from < stems.length; from++) {
    const place = places[from]!;
    if (place === 'uses' || place === 'peer') continue;
    for (const { topic, text, steps } of index.get(stems[from]!) ?? []) {
      const to = endOf(steps, 1, stems, from + 1);
      // Title and abstract are two texts, whatever stands next to each other.
      if (to < 0 || (place === 'title' && places[to - 1] !== 'title')) continue;
      found.push({ topic, kind: 'hint', place, phrase: text, from, to, isInside: false });
    }
  }
  return found;
}

/** Where the nearest words end that stand for the steps from `step` on; -1 where there are none. */
function endOf(steps: Hint['steps'], step: number, stems: string[], at: number): number {
  if (step === steps.length) return at;
  const { stems: wanted, isAfterGap } = steps[step]!;
  const last = Math.min(stems.length - 1, isAfterGap ? at + MAX_GAP : at);
  for (let next = at; next <= last; next++) {
    if (!wanted.has(stems[next]!)) continue;
    const end = endOf(steps, step + 1, stems, next + 1);
    if (end >= 0) return end;
  }
  return -1;
}

/** `release|present * dataset` → release or present; after up to five words, dataset. `#` stands for a number. */
function readSteps(text: string): Hint['steps'] {
  const steps: Hint['steps'] = [];
  let isAfterGap = false;
  for (const part of text.split(/\s+/)) {
    if (part !== '*') {
      const stems = part.split('|').flatMap((word) => (word === '#' ? ['#'] : readWords(word).slice(0, 1).map(termStem)));
      steps.push({ stems: new Set(stems), isAfterGap });
    }
    isAfterGap = part === '*';
  }
  return steps;
}
