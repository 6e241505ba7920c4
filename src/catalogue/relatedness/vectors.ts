import { visibleTags } from '../../model/tag.ts';
import type { Tag } from '../../model/tag.ts';
import type { Stems } from './stems.ts';
import { BREAK } from './stems.ts';

/** What a paper is about, as numbered features with weights: of length 1, or empty. */
export interface Vector {
  /** Ascending. */
  ids: Uint32Array;
  weights: Float32Array;
}

const TITLE_TIMES = 2;
/** Between counting a word each time and counting it once. */
const REPEATED = 0.75;
const MAX_WORDS = 64;
const MINOR_WEIGHT = 0.5;
/** How fast topics count for less, the strongest standing first. */
const RANK_WEIGHT = 0.5;

/** TF-IDF of each paper's words, a word of the title counting twice; of long texts the weightiest words. */
export function weighWords(stems: Stems): Vector[] {
  return stems.papers.map((ofPaper, at) => {
    const counts = new Map<number, number>();
    ofPaper.forEach((stem, i) => {
      if (stem !== BREAK) counts.set(stem, (counts.get(stem) ?? 0) + (i < stems.abstractAt[at]! ? TITLE_TIMES : 1));
    });
    const rarity = (stem: number): number => Math.log(stems.papers.length / stems.papersWith[stem]!);
    const weighed = [...counts].map(([stem, count]): [number, number] => [stem, count ** REPEATED * rarity(stem)]);
    return toVector(weighed.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_WORDS));
  });
}

/** Each paper's topics: rare ones, core ones and those that stand first weigh more. */
export function weighTopics(papers: { topics: Tag[] }[]): Vector[] {
  const tags = papers.map(({ topics }) => visibleTags(topics));
  const papersWith = new Map<string, number>();
  for (const { slug } of tags.flat()) papersWith.set(slug, (papersWith.get(slug) ?? 0) + 1);
  const numbers = new Map([...papersWith.keys()].map((slug, at) => [slug, at]));
  return tags.map((ofPaper) =>
    toVector(
      ofPaper.map(({ slug, strength }, rank) => {
        const rarity = Math.log(1 + papers.length / papersWith.get(slug)!);
        const weight = (strength === 'core' ? 1 : MINOR_WEIGHT) / Math.sqrt(1 + rank * RANK_WEIGHT);
        return [numbers.get(slug)!, rarity * weight];
      }),
    ),
  );
}

/** Compares one vector with many others. */
export class Comparison {
  readonly #dense: Float32Array;
  #last: Vector = { ids: new Uint32Array(), weights: new Float32Array() };

  /** @param vectors  All that will be compared. */
  constructor(vectors: Vector[]) {
    this.#dense = new Float32Array(1 + vectors.reduce((highest, { ids }) => Math.max(highest, ids.at(-1) ?? 0), 0));
  }

  /** From now on others are compared with this one. */
  with(vector: Vector): void {
    for (const id of this.#last.ids) this.#dense[id] = 0;
    for (let i = 0; i < vector.ids.length; i++) this.#dense[vector.ids[i]!] = vector.weights[i]!;
    this.#last = vector;
  }

  /** The cosine of the two, since each is of length 1. */
  cosine(other: Vector): number {
    let sum = 0;
    for (let i = 0; i < other.ids.length; i++) sum += this.#dense[other.ids[i]!]! * other.weights[i]!;
    return sum;
  }
}

function toVector(weighed: [id: number, weight: number][]): Vector {
  const useful = weighed.filter(([, weight]) => weight > 0).sort((a, b) => a[0] - b[0]);
  const length = Math.hypot(...useful.map(([, weight]) => weight));
  return {
    ids: Uint32Array.from(useful, ([id]) => id),
    weights: Float32Array.from(useful, ([, weight]) => weight / length),
  };
}
