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
  /** The numbers of the words of a short text, such as a topic's slug, as far as papers use them. Kept for the next call. */
  numbersOf: (text: string) => Set<number>;
}

/** Stands for a stop word, and for punctuation that parts phrases. */
export const BREAK = 0;

const WORD_OR_BREAK = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)?|[.,;:!?()[\]{}“”"—–|]/gu;
const STOP_WORDS = new Set(stopWords['en']);
/** For each paper; an abstract has about a hundred pairs of words. */
const PAIR_SLOTS = 256;
const MOST_PAIR_SLOTS = 1 << 22;

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
  const read = (text: string): number[] => (text.match(WORD_OR_BREAK) ?? []).map(numberOfWord);
  const titles = papers.map(({ title }) => read(title));
  const all = papers.map(({ abstract }, at) => Uint32Array.from([...titles[at]!, BREAK, ...read(abstract)]));
  const papersWith = new Uint32Array(numbers.size + 1);
  const lastWith = new Int32Array(numbers.size + 1).fill(-1);
  const slots = Math.min(MOST_PAIR_SLOTS, 2 ** Math.ceil(Math.log2(1 + papers.length * PAIR_SLOTS)));
  const pairs = new Uint32Array(slots);
  const lastPair = new Int32Array(slots).fill(-1);
  all.forEach((stems, paper) => {
    for (let i = 0; i < stems.length; i++) {
      countOnce(papersWith, lastWith, stems[i]!, paper);
      if (i > 0 && stems[i - 1] !== BREAK && stems[i] !== BREAK)
        countOnce(pairs, lastPair, pairSlot(stems[i - 1]!, stems[i]!, slots), paper);
    }
  });
  const known = new Map<string, Set<number>>();
  const numbersOf = (text: string): Set<number> => {
    const found =
      known.get(text) ?? new Set((text.match(WORD_OR_BREAK) ?? []).map((word) => numbers.get(`=${stemOf(word)}`) ?? BREAK));
    known.set(text, found);
    return found;
  };
  return {
    papers: all,
    abstractAt: titles.map((title) => title.length + 1),
    papersWith,
    papersWithPair: (a, b) => pairs[pairSlot(a, b, slots)]!,
    numbersOf,
  };
}

/** How many words and marks of punctuation a text has. */
export function countWords(text: string): number {
  return text.match(WORD_OR_BREAK)?.length ?? 0;
}

/** The stretch of a text from its `first` word, counted from 0, on, `length` words and marks of punctuation long. */
export function sliceWords(text: string, first: number, length: number): string {
  let at = 0;
  let start = 0;
  for (const { 0: word, index } of text.matchAll(WORD_OR_BREAK)) {
    if (at === first) start = index;
    at += 1;
    if (at === first + length) return text.slice(start, index + word.length);
  }
  return text.slice(start);
}

/** Add 1 for a paper, once. */
function countOnce(counts: Uint32Array, last: Int32Array, what: number, paper: number): void {
  if (last[what] === paper) return;
  last[what] = paper;
  counts[what]! += 1;
}

function stemOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (!/\p{L}/u.test(lower) || lower.length < 2 || STOP_WORDS.has(lower)) return undefined;
  return stemmer(lower.replace(/[’']s?$/u, ''));
}

/** A table of bounded size bounds the memory: two pairs may share a slot, and then seem a little more frequent than they are. */
function pairSlot(a: number, b: number, slots: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) & (slots - 1);
}
