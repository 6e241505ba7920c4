import { frequencyWeight, termStem } from './terms.ts';
import type { Text } from './text.ts';
import type { Word } from './words.ts';

/** Terms by their words, so that a text's pairs of words are looked up without a string being made of each. */
export interface TermIndex {
  words: Map<string, number>;
  /** By word: the number of the term that is this word alone, -1 for none. */
  alone: Int32Array;
  /** An open-addressed table: first word, second word and number of a term, three entries a slot; -1 where a slot is free. */
  pairs: Int32Array;
}

/** A term of a text that something was learnt of. */
export interface KnownTerm {
  number: number;
  /** Of its first word, wherever it stands. */
  places: number[];
  /** In words. */
  length: 1 | 2;
  /** How much of it there is in the text, 1 being all. */
  value: number;
}

/** A text's known terms, and the length of the vector of all its terms, so that a long abstract does not outweigh a short one. */
export interface KnownTerms {
  known: KnownTerm[];
  norm: number;
}

/** @param terms  Words, or two with a blank between them; their numbers are their places. */
export function indexTerms(terms: string[]): TermIndex {
  const words = new Map<string, number>();
  for (const word of terms.flatMap((term) => term.split(' '))) if (!words.has(word)) words.set(word, words.size);
  const alone = new Int32Array(words.size).fill(-1);
  const pairs = new Int32Array(SLOT * 2 ** Math.ceil(Math.log2(2 * terms.length + 1))).fill(-1);
  terms.forEach((term, number) => {
    const [first, second] = term.split(' ').map((word) => words.get(word)!);
    if (second === undefined) alone[first!] = number;
    else pairs.set([first!, second, number], slotOf(first!, second, pairs));
  });
  return { words, alone, pairs };
}

const SLOT = 3;

/** Where a pair stands in the table, or where it would. */
function slotOf(first: number, second: number, pairs: Int32Array): number {
  const slots = pairs.length / SLOT;
  let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
  for (slot = (slot ^ (slot >>> 15)) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const at = slot * SLOT;
    if (pairs[at] === -1 || (pairs[at] === first && pairs[at + 1] === second)) return at;
  }
}

function numberOfWord(word: number, { alone }: TermIndex): number {
  return word < 0 ? -1 : alone[word]!;
}

function numberOfPair(first: number, second: number, { pairs }: TermIndex): number {
  return first < 0 || second < 0 ? -1 : pairs[slotOf(first, second, pairs) + 2]!;
}

/** Look up a text's terms: not those in a list of uses, nor what the paper is measured against, for these earn nothing. */
export function lookUpTerms({ words, places }: Text, index: TermIndex): KnownTerms {
  const { numbers, indexed } = numberWords(words, index);
  const most = 2 * words.length;
  const terms: SeenTerms = {
    heads: new Int32Array(indexed.length).fill(-1),
    next: new Int32Array(most),
    seconds: new Int32Array(most),
    times: new Int32Array(most),
    known: [],
  };
  let before = -1;
  for (let at = 0; at < words.length; at++) {
    if (places[at] === 'uses' || places[at] === 'peer') {
      before = -1;
      continue;
    }
    const word = numbers[at]!;
    see(terms, word, -1, at, indexed, index);
    if (before >= 0 && words[at]!.isJoined) see(terms, before, word, at - 1, indexed, index);
    before = word;
  }
  return weigh(terms);
}

/** The terms of a text, each once, in the order in which they first stand there. Those that begin with the same word are one chain. */
interface SeenTerms {
  /** By word, as the text numbers them: its latest term, -1 for none. */
  heads: Int32Array;
  /** By term: the one before it in its chain, its second word, how often it stands there. */
  next: Int32Array;
  seconds: Int32Array;
  times: Int32Array;
  known: (KnownTerm | undefined)[];
}

function see(
  { heads, next, seconds, times, known }: SeenTerms,
  first: number,
  second: number,
  at: number,
  indexed: number[],
  index: TermIndex,
): void {
  for (let term = heads[first]!; term >= 0; term = next[term]!) {
    if (seconds[term] !== second) continue;
    times[term]!++;
    known[term]?.places.push(at);
    return;
  }
  const term = known.length;
  next[term] = heads[first]!;
  heads[first] = term;
  seconds[term] = second;
  times[term] = 1;
  const number = second < 0 ? numberOfWord(indexed[first]!, index) : numberOfPair(indexed[first]!, indexed[second]!, index);
  known.push(number < 0 ? undefined : { number, places: [at], length: second < 0 ? 1 : 2, value: 0 });
}

function weigh({ times, known }: SeenTerms): KnownTerms {
  let sum = 0;
  for (let term = 0; term < known.length; term++) sum += frequencyWeight(times[term]!) ** 2;
  const norm = Math.sqrt(sum) || 1;
  const found: KnownTerm[] = [];
  for (const term of known) {
    if (!term) continue;
    term.value = frequencyWeight(term.places.length) / norm;
    found.push(term);
  }
  return { known: found, norm };
}

/** Each word's number among the words of this text, and by that its number in the index, -1 for none. */
function numberWords(words: Word[], index: TermIndex): { numbers: Int32Array; indexed: number[] } {
  const seen = new Map<string, number>();
  const numbers = new Int32Array(words.length);
  const indexed: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const stem = termStem(words[at]!);
    let number = seen.get(stem);
    if (number === undefined) {
      number = indexed.length;
      seen.set(stem, number);
      indexed.push(index.words.get(stem) ?? -1);
    }
    numbers[at] = number;
  }
  return { numbers, indexed };
}
