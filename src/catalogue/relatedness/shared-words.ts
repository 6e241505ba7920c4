import type { Stems } from './stems.ts';
import { BREAK, sliceWords } from './stems.ts';

/** Words that two papers share, side by side in both. */
interface Shared {
  /** Where they stand among the stems of the paper that is read. */
  from: number;
  stems: Uint32Array;
  worth: number;
}

const MAX_SHARED = 3;
const MAX_WORDS = 4;

/**
 * Rare words that two papers share, as they stand in the first, most telling first, at most three.
 *
 * Two words or more side by side in both are rare where few papers have them so; a single word must be rare itself, and
 * stand in the title or twice in each of the two, since many a rare word is there by chance. Words of `known` alone say
 * nothing new.
 *
 * @returns A function of the text and the place of the paper that is read, the place of the other, and what tells stems
 *   that the reader has read already: those of the shared topics.
 */
export function findSharedWords(
  stems: Stems,
): (text: { title: string; abstract: string }, at: number, other: number, known: (stem: number) => boolean) => string[] {
  const places = new Places(stems);
  return (text, at, other, known) => {
    const mine = stems.papers[at]!;
    places.of(other);
    const found: Shared[] = [];
    for (let from = 0; from < mine.length;) {
      const length = mine[from] === BREAK ? 0 : places.longestRun(mine, from);
      if (length > 0 && isRare({ from, length }, at, other, stems)) {
        const run = mine.subarray(from, from + length);
        const worth = run.reduce((sum, stem) => sum + rarity(stem, stems), 0);
        if (worth > 0 && !run.every(known)) found.push({ from, stems: run, worth });
      }
      from += Math.max(1, length);
    }
    found.sort((a, b) => b.worth - a.worth || a.from - b.from);
    const kept: Shared[] = [];
    for (const run of found) {
      if (kept.length < MAX_SHARED && !kept.some((one) => overlaps(one, run))) kept.push(run);
    }
    return kept.map((run) => asItStands(text, at, run, stems));
  };
}

/** Where each stem stands in a paper: looked up for every word of another one. */
class Places {
  readonly #papers: Uint32Array[];
  #stems: Uint32Array = new Uint32Array();
  /** The first place of each stem, counted from 1; 0 for those that do not stand in the paper. */
  readonly #first: Uint32Array;
  /** After each place the next one of the same stem, counted from 1; 0 after the last. */
  readonly #next: Uint32Array;

  constructor({ papers, papersWith }: Stems) {
    this.#papers = papers;
    this.#first = new Uint32Array(papersWith.length);
    this.#next = new Uint32Array(papers.reduce((most, { length }) => Math.max(most, length), 0));
  }

  /** From now on places are those in this paper. */
  of(paper: number): void {
    for (const stem of this.#stems) this.#first[stem] = 0;
    const stems = this.#papers[paper]!;
    for (let at = stems.length - 1; at >= 0; at--) {
      this.#next[at] = this.#first[stems[at]!]!;
      this.#first[stems[at]!] = at + 1;
    }
    this.#stems = stems;
  }

  /** How many stems of `other` from a place on stand side by side here too, at most four. */
  longestRun(other: Uint32Array, from: number): number {
    let longest = 0;
    for (let place = this.#first[other[from]!]!; place !== 0; place = this.#next[place - 1]!) {
      longest = Math.max(longest, runLength(other, from, this.#stems, place - 1));
    }
    return longest;
  }
}

function runLength(mine: Uint32Array, from: number, theirs: Uint32Array, start: number): number {
  let length = 0;
  while (length < MAX_WORDS && mine[from + length] === theirs[start + length] && (mine[from + length] ?? BREAK) !== BREAK)
    length++;
  return length;
}

function isRare({ from, length }: { from: number; length: number }, at: number, other: number, stems: Stems): boolean {
  const mine = stems.papers[at]!;
  const rare = Math.max(2, Math.sqrt(stems.papers.length));
  if (length === 1) {
    const stem = mine[from]!;
    return stems.papersWith[stem]! <= rare && isSalient(stem, at, stems) && isSalient(stem, other, stems);
  }
  for (let i = from + 1; i < from + length; i++) if (stems.papersWithPair(mine[i - 1]!, mine[i]!) <= rare) return true;
  return false;
}

function isSalient(stem: number, paper: number, stems: Stems): boolean {
  const all = stems.papers[paper]!;
  const first = all.indexOf(stem);
  return first < stems.abstractAt[paper]! || all.indexOf(stem, first + 1) !== -1;
}

function overlaps(a: Shared, b: Shared): boolean {
  return a.stems.some((stem) => b.stems.includes(stem));
}

/** How telling a stem is. */
function rarity(stem: number, { papers, papersWith }: Stems): number {
  return Math.log(papers.length / papersWith[stem]!);
}

function asItStands(
  text: { title: string; abstract: string },
  at: number,
  { from, stems: { length } }: Shared,
  stems: Stems,
): string {
  const abstractAt = stems.abstractAt[at]!;
  return from < abstractAt ? sliceWords(text.title, from, length) : sliceWords(text.abstract, from - abstractAt, length);
}
