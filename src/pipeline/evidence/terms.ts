import { mayEarn, type Text } from './text.ts';
import type { Word } from './words.ts';

/** One word, or two that stand together, with the places of its first word. */
export type Terms = Map<string, number[]>;

/**
 * The terms of a text, for weights learnt by term, in the order in which they first stand there.
 *
 * @param counts  Which words count; others part the words beside them. Default: all.
 */
export function readTerms(words: Word[], counts: (at: number) => boolean = () => true): Terms {
  const terms: Terms = new Map();
  const add = (term: string, at: number): void => {
    const places = terms.get(term);
    if (places) places.push(at);
    else terms.set(term, [at]);
  };
  let before = '';
  for (let at = 0; at < words.length; at++) {
    if (!counts(at)) {
      before = '';
      continue;
    }
    const stem = termStem(words[at]!);
    add(stem, at);
    if (before !== '' && words[at]!.isJoined) add(`${before} ${stem}`, at - 1);
    before = stem;
  }
  return terms;
}

/** The terms that may earn a topic. */
export function tellingTerms({ words, places }: Text): Terms {
  return readTerms(words, (at) => mayEarn(places[at]));
}

/** A word as part of a term. Numbers are all `#`: that there is one may tell, which one does not. */
export function termStem({ stem }: Word): string {
  return isNumber(stem) ? NUMBER : stem;
}

/** What stands for every number. */
export const NUMBER = '#';

export function isNumber(stem: string): boolean {
  for (let i = 0; i < stem.length; i++) {
    const code = stem.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** What a term counts by how often it stands there: the second time adds 0.69, the tenth 0.1. */
export function frequencyWeight(times: number): number {
  return times === 0 ? 0 : times === 1 ? 1 : 1 + Math.log(times);
}
