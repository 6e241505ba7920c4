import type { Word } from './words.ts';

/** One word, or two that stand together, with the places of its first word. */
export type Terms = Map<string, number[]>;

/**
 * The terms of a text, for weights learnt by term. Numbers are all `#`: that there is one may tell, which one does not.
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
    const word = words[at]!;
    if (!counts(at)) {
      before = '';
      continue;
    }
    const stem = isNumber(word.stem) ? '#' : word.stem;
    add(stem, at);
    if (before !== '' && word.isJoined) add(`${before} ${stem}`, at - 1);
    before = stem;
  }
  return terms;
}

/** How many words a term has: 1 or 2. */
export function termLength(term: string): 1 | 2 {
  return term.includes(' ') ? 2 : 1;
}

/** What a term counts by how often it stands there: the second time adds 0.69, the tenth 0.1. */
export function frequencyWeight(times: number): number {
  return times === 0 ? 0 : 1 + Math.log(times);
}

/** Length of a text's vector of terms, so that a long abstract does not outweigh a short one. */
export function termNorm(terms: Terms): number {
  let sum = 0;
  for (const places of terms.values()) sum += frequencyWeight(places.length) ** 2;
  return Math.sqrt(sum) || 1;
}

function isNumber(stem: string): boolean {
  for (let i = 0; i < stem.length; i++) {
    const code = stem.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
