import { stemmer } from 'stemmer';
import learnedAcronyms from './search-learned/acronyms.json' with { type: 'json' };
import learnedNeighbours from './search-learned/near-words.json' with { type: 'json' };
import { findAcronyms } from '../model/acronyms.ts';
import type { Acronym } from '../model/acronyms.ts';

/** Words that a paper does not say, or says only in passing, and that readers may look for it by. */
export interface NearWords {
  /** What its acronyms stand for, and the acronyms of what it spells out. */
  same: string[];
  /** Words of like meaning as several of its own, or as its title's. */
  close: string[];
  /** Words of like meaning as one of its own. */
  near: string[];
}

interface Text {
  title: string;
  abstract: string;
}

/** What an acronym stands for, with its stems in one string. */
interface LongForm extends Acronym {
  stems: string;
}

/** How many words a paper is given; more would make the index larger than what they find is worth. */
const MOST_CLOSE = 20;
const MOST_NEAR = 40;
/** A word in the title counts as so many in the abstract. */
const TITLE_WEIGHT = 3;
/** Saturation of repeated words. */
const K = 1.2;
/** Neighbours of a word count less the further off they are: 1, 0.9, 0.8, … */
const FADING = 0.1;

/**
 * Finds words near to those of a paper, by what was learnt of other papers (`npm run search:learn`) and by the acronyms
 * that this collection explains itself.
 */
export class NearWordFinder {
  readonly #papers: number;
  readonly #papersWith = new Map<string, number>();
  readonly #stems = new Map<string, string>();
  /** For a stem the words that have it as a neighbour, with how near it is. */
  readonly #neighbours = new Map<string, { word: string; nearness: number }[]>();
  /** What an acronym stands for where a paper does not say it. */
  readonly #longForms = new Map<string, LongForm>();
  /** Long forms of acronyms by their first two stems: nearly all that are looked at are then found. */
  readonly #acronyms = new Map<string, LongForm[]>();

  constructor(papers: Text[]) {
    this.#papers = papers.length;
    for (const { title, abstract } of papers) {
      for (const stem of new Set(this.#stemsOf(`${title} ${abstract}`)))
        this.#papersWith.set(stem, (this.#papersWith.get(stem) ?? 0) + 1);
    }
    for (const [word, neighbours] of Object.entries(learnedNeighbours)) {
      neighbours.split(' ').forEach((neighbour, at) => {
        const stem = this.#stem(neighbour);
        const nearTo = this.#neighbours.get(stem) ?? [];
        nearTo.push({ word, nearness: 1 - FADING * at });
        this.#neighbours.set(stem, nearTo);
      });
    }
    const learned = (learnedAcronyms as [short: string, long: string, isSure: boolean][]).map(([short, long, isSure]) => ({
      short,
      long,
      isSure,
    }));
    for (const { short, long, isSure } of [...learned, ...explainedIn(papers)]) {
      const stems = this.#stemsOf(long);
      const form = { short, long, stems: ` ${stems.join(' ')} ` };
      if (isSure) this.#longForms.set(short, form);
      const start = stems.slice(0, 2).join(' ');
      const others = this.#acronyms.get(start);
      if (others) others.push(form);
      else this.#acronyms.set(start, [form]);
    }
  }

  /** The words for one paper, nearest first. */
  find({ title, abstract }: Text): NearWords {
    const frequency = new Map<string, number>();
    const [inTitle, inAbstract] = [this.#stemsOf(title), this.#stemsOf(abstract)];
    for (const stem of inAbstract) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
    for (const stem of inTitle) frequency.set(stem, (frequency.get(stem) ?? 0) + TITLE_WEIGHT);
    const nearness = new Map<string, number>();
    for (const [stem, count] of frequency) {
      const weight = (count / (count + K)) * this.#rarity(stem);
      for (const { word, nearness: each } of this.#neighbours.get(stem) ?? [])
        nearness.set(word, (nearness.get(word) ?? 0) + weight * each);
    }
    const nearest = [...nearness].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([word]) => word);
    return {
      same: this.#same(`${title}. ${abstract}`, [...inTitle, ...inAbstract]),
      close: nearest.slice(0, MOST_CLOSE),
      near: nearest.slice(MOST_CLOSE, MOST_CLOSE + MOST_NEAR),
    };
  }

  /** Acronyms for what the text spells out, and the other way round. */
  #same(text: string, stems: string[]): string[] {
    const words = text.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? [];
    const said = new Set(words.map((word) => word.replace(/(?<=\p{Lu})s$/u, '')));
    const spelt = ` ${stems.join(' ')} `;
    const isSpelt = (form: LongForm) => spelt.includes(form.stems);
    const starts = new Set(stems.flatMap((stem, at) => [stem, `${stem} ${stems[at + 1]}`]));
    const forms = [...starts].flatMap((start) => this.#acronyms.get(start) ?? []);
    const missing = forms.filter((form) => !said.has(form.short) && isSpelt(form)).map(({ short }) => short);
    const meant = [...said].flatMap((word) => this.#longForms.get(word) ?? []).filter((form) => !isSpelt(form));
    return [...new Set([...missing, ...meant.flatMap(({ long }) => [long, long.replace(/\s+/g, '-')])])];
  }

  /** From 0 for a word of every paper to 1 for one of few. */
  #rarity(stem: string): number {
    const papers = this.#papersWith.get(stem) ?? 0;
    return Math.min(1, Math.log(1 + (this.#papers - papers + 0.5) / (papers + 0.5)) / 4);
  }

  #stemsOf(text: string): string[] {
    return (text.match(/\p{L}[\p{L}\p{N}]+/gu) ?? []).map((word) => this.#stem(word));
  }

  #stem(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const stem = /^[a-z]+$/.test(plain) ? stemmer(plain) : plain;
    this.#stems.set(word, stem);
    return stem;
  }
}

/** Acronyms that the papers explain; surely where all that do give one long form. */
function explainedIn(papers: Text[]): (Acronym & { isSure: boolean })[] {
  const forms = new Map<string, string[]>();
  for (const { short, long } of papers.flatMap(({ abstract }) => findAcronyms(abstract))) {
    const name = short.replace(/(?<=\p{Lu})s$/u, '');
    const form = long.toLowerCase();
    if (!/\s|-/.test(form) || form.length > 60) continue;
    const known = forms.get(name) ?? [];
    if (!known.some((other) => sameForm(other, form))) known.push(form);
    forms.set(name, known);
  }
  return [...forms].flatMap(([short, longs]) => longs.map((long) => ({ short, long, isSure: longs.length === 1 })));
}

function sameForm(one: string, other: string): boolean {
  return one.replace(/s\b/g, '') === other.replace(/s\b/g, '');
}
