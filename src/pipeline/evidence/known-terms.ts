import { frequencyWeight } from './terms.ts';
import { mayEarn } from './text.ts';
import type { NumberedText, WordNumbers } from './word-numbers.ts';

/** Terms by the numbers of their words, so that a text's pairs of words are looked up without a string being made of each. */
export interface TermIndex {
  /** By word: the number of the term that is this word alone, -1 for none. */
  alone: Int32Array;
  pairs: PairTable;
}

/** Terms of two words by these: an open-addressed table of their numbers, -1 where a slot is free; and by number, the words. */
interface PairTable {
  slots: Int32Array;
  firsts: Int32Array;
  seconds: Int32Array;
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

/** @param terms  Words, or two with a blank between them; their numbers are their places. The words' are added to `words`. */
export function indexTerms(terms: string[], words: WordNumbers): TermIndex {
  const numbered = terms.map((term) => term.split(' ').map((word) => words.add(word)));
  const alone = new Int32Array(words.size).fill(-1);
  const pairs = newPairTable(terms.length);
  numbered.forEach(([first, second], number) => {
    if (second === undefined) alone[first!] = number;
    else put(first!, second, number, slotOf(first!, second, pairs), pairs);
  });
  return { alone, pairs };
}

/** The second word of a term of one word. */
const NONE = -1;

/** @param terms  How many it has room for. */
function newPairTable(terms: number): PairTable {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * terms + 1))).fill(-1);
  return { slots, firsts: new Int32Array(terms), seconds: new Int32Array(terms) };
}

/** Where a pair stands in the table, or where it would. */
function slotOf(first: number, second: number, { slots, firsts, seconds }: PairTable): number {
  const mask = slots.length - 1;
  let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
  for (slot = (slot ^ (slot >>> 15)) & mask; ; slot = (slot + 1) & mask) {
    const number = slots[slot]!;
    if (number < 0 || (firsts[number] === first && seconds[number] === second)) return slot;
  }
}

function put(first: number, second: number, number: number, slot: number, { slots, firsts, seconds }: PairTable): void {
  slots[slot] = number;
  firsts[number] = first;
  seconds[number] = second;
}

/** Look up a text's terms, where words may earn a topic. */
export function lookUpTerms({ words, places, terms }: NumberedText, index: TermIndex): KnownTerms {
  const most = 2 * words.length;
  const seen: SeenTerms = { pairs: newPairTable(most), times: new Int32Array(most), known: [] };
  let before = -1;
  for (let at = 0; at < words.length; at++) {
    if (!mayEarn(places[at])) {
      before = -1;
      continue;
    }
    const word = terms[at]!;
    see(seen, word, NONE, at, index);
    if (before >= 0 && words[at]!.isJoined) see(seen, before, word, at - 1, index);
    before = word;
  }
  return weigh(seen);
}

/** The terms of a text, each once, in the order in which they first stand there. */
interface SeenTerms {
  /** Numbered in that order. */
  pairs: PairTable;
  /** By term, how often it stands there. */
  times: Int32Array;
  known: (KnownTerm | undefined)[];
}

function see({ pairs, times, known }: SeenTerms, first: number, second: number, at: number, index: TermIndex): void {
  const slot = slotOf(first, second, pairs);
  const term = pairs.slots[slot]!;
  if (term >= 0) {
    times[term]!++;
    known[term]?.places.push(at);
    return;
  }
  put(first, second, known.length, slot, pairs);
  times[known.length] = 1;
  const number = numberOf(first, second, index);
  known.push(number < 0 ? undefined : { number, places: [at], length: second === NONE ? 1 : 2, value: 0 });
}

/** The number of a term, -1 for one that nothing was learnt of. */
function numberOf(first: number, second: number, { alone, pairs }: TermIndex): number {
  if (first >= alone.length || second >= alone.length) return -1;
  return second === NONE ? alone[first]! : pairs.slots[slotOf(first, second, pairs)]!;
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
