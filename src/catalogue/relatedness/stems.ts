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
  const read = (text: string): number[] => wordsOf(text).map(numberOfWord);
  const titles = papers.map(({ title }) => read(title));
  const all = papers.map(({ abstract }, at) => {
    const title = titles[at]!;
    const stems = read(abstract);
    const both = new Uint32Array(title.length + 1 + stems.length); // the place between them stays a BREAK
    both.set(title);
    both.set(stems, title.length + 1);
    return both;
  });
  const withStem = new PaperCounts(numbers.size + 1);
  const slots = Math.min(MOST_PAIR_SLOTS, 2 ** Math.ceil(Math.log2(1 + papers.length * PAIR_SLOTS)));
  const withPair = new PaperCounts(slots);
  all.forEach((stems, paper) => {
    for (let i = 0; i < stems.length; i++) {
      withStem.count(stems[i]!, paper);
      if (i > 0 && stems[i - 1] !== BREAK && stems[i] !== BREAK) withPair.count(pairSlot(stems[i - 1]!, stems[i]!, slots), paper);
    }
  });
  const known = new Map<string, Set<number>>();
  const numbersOf = (text: string): Set<number> => {
    const found = known.get(text) ?? new Set(wordsOf(text).map((word) => numbers.get(`=${stemOf(word)}`) ?? BREAK));
    known.set(text, found);
    return found;
  };
  return {
    papers: all,
    abstractAt: titles.map((title) => title.length + 1),
    papersWith: Uint32Array.from({ length: numbers.size + 1 }, (_, stem) => withStem.of(stem)),
    papersWithPair: (a, b) => withPair.of(pairSlot(a, b, slots)),
    numbersOf,
  };
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

function wordsOf(text: string): string[] {
  return text.match(WORD_OR_BREAK) ?? [];
}

/** In how many papers things stand, by their numbers, when papers are read one after another. */
class PaperCounts {
  /** Of each thing the papers counted, and the last of them, counted from 1: side by side, for memory is slow. */
  readonly #counts: Uint32Array;

  constructor(things: number) {
    this.#counts = new Uint32Array(2 * things);
  }

  count(thing: number, paper: number): void {
    if (this.#counts[2 * thing + 1] === paper + 1) return;
    this.#counts[2 * thing]! += 1;
    this.#counts[2 * thing + 1] = paper + 1;
  }

  of(thing: number): number {
    return this.#counts[2 * thing]!;
  }
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
