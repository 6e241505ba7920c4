import { stemmer } from 'stemmer';
import stopWords from 'stopwords-iso' with { type: 'json' };

/** The words of all papers as numbers. */
export interface Stems {
  /** Of each paper the stems of its title, a break, and those of its abstract. */
  papers: Uint32Array[];
  /** Where the abstract begins in each of them. */
  abstractAt: number[];
  /** In how many papers a stem stands, by its number. */
  papersWith: Uint32Array;
  /** The most papers in which two stems stand side by side. */
  papersWithPair: (a: number, b: number) => number;
  /** The numbers of the words of some texts, as far as papers use them. */
  numbersOf: (texts: string[]) => Set<number>;
}

/** Stands for a stop word, and for punctuation that parts phrases. */
export const BREAK = 0;

const WORD_OR_BREAK = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)?|[.,;:!?()[\]{}“”"—–|]/gu;
const STOP_WORDS = new Set(stopWords['en']);
const PAIR_SLOTS = 1 << 22;

/** Read every paper once. Case, plural and other endings do not count (Porter); hyphens part words. */
export function readStems(papers: { title: string; abstract: string }[]): Stems {
  const numbers = new Map<string, number>();
  const numberOfWord = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const stem = stemOf(word);
    const number = stem === undefined ? BREAK : (numbers.get(`=${stem}`) ?? numbers.size + 1);
    if (stem !== undefined) numbers.set(`=${stem}`, number);
    numbers.set(word, number);
    return number;
  };
  const read = (text: string): number[] => wordsOf(text).map(({ word }) => numberOfWord(word));
  const titles = papers.map(({ title }) => read(title));
  const all = papers.map(({ abstract }, at) => Uint32Array.from([...titles[at]!, BREAK, ...read(abstract)]));
  const papersWith = new Uint32Array(numbers.size + 1);
  const pairs = new Uint32Array(PAIR_SLOTS);
  for (const stems of all) {
    for (const stem of new Set(stems)) papersWith[stem]! += 1;
    for (const slot of new Set(pairSlots(stems))) pairs[slot]! += 1;
  }
  return {
    papers: all,
    abstractAt: titles.map((title) => title.length + 1),
    papersWith,
    papersWithPair: (a, b) => pairs[pairSlot(a, b)]!,
    numbersOf: (texts) =>
      new Set(texts.flatMap((text) => wordsOf(text).map(({ word }) => numbers.get(`=${stemOf(word)}`) ?? BREAK))),
  };
}

/** The words of a text and the punctuation between them, in order, with their places. */
export function wordsOf(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(WORD_OR_BREAK)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
}

function stemOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (!/\p{L}/u.test(lower) || lower.length < 2 || STOP_WORDS.has(lower)) return undefined;
  return stemmer(lower.replace(/[’']s?$/u, ''));
}

function pairSlots(stems: Uint32Array): number[] {
  const slots: number[] = [];
  for (let i = 1; i < stems.length; i++) {
    if (stems[i - 1] !== BREAK && stems[i] !== BREAK) slots.push(pairSlot(stems[i - 1]!, stems[i]!));
  }
  return slots;
}

/** A table of fixed size bounds the memory: two pairs may share a slot, and then seem a little more frequent than they are. */
function pairSlot(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) & (PAIR_SLOTS - 1);
}
