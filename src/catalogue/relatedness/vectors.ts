import { visibleTags } from '../../model/tag.ts';
import type { Tag } from '../../model/tag.ts';
import type { Stems } from './stems.ts';
import { BREAK } from './stems.ts';

/** What each paper is about, as numbered features with weights: a vector of length 1 each, or an empty one. */
export interface Vectors {
  /** Those of paper `p` stand from `starts[p]` up to `starts[p + 1]`, weightiest first. */
  starts: Uint32Array;
  ids: Uint32Array;
  weights: Float32Array;
  /** Every id is below it. */
  features: number;
}

const TITLE_TIMES = 2;
/** Between counting a word each time and counting it once. */
const REPEATED = 0.75;
const MAX_WORDS = 64;
const MINOR_WEIGHT = 0.5;
/** How fast topics count for less, the strongest standing first. */
const RANK_WEIGHT = 0.5;

/** TF-IDF of each paper's words, a word of the title counting twice; of long texts the weightiest words. */
export function weighWords(stems: Stems): Vectors {
  const rarity = Float64Array.from(stems.papersWith, (papers) => Math.log(stems.papers.length / papers));
  const counts = new Uint32Array(rarity.length);
  return toVectors(stems.papers, rarity.length, MAX_WORDS, (ofPaper, at, weights) => {
    const found: number[] = [];
    const abstractAt = stems.abstractAt[at]!;
    for (let i = 0; i < ofPaper.length; i++) {
      const stem = ofPaper[i]!;
      if (stem === BREAK) continue;
      if (counts[stem] === 0) found.push(stem);
      counts[stem]! += i < abstractAt ? TITLE_TIMES : 1;
    }
    for (const stem of found) {
      weights[stem] = counts[stem]! ** REPEATED * rarity[stem]!;
      counts[stem] = 0;
    }
    return found;
  });
}

/** Each paper's topics: rare ones, core ones and those that stand first weigh more. */
export function weighTopics(papers: { topics: Pick<Tag, 'slug' | 'strength'>[] }[]): Vectors {
  const tags = papers.map(({ topics }) => visibleTags(topics));
  const papersWith = new Map<string, number>();
  for (const { slug } of tags.flat()) papersWith.set(slug, (papersWith.get(slug) ?? 0) + 1);
  const numbers = new Map([...papersWith.keys()].map((slug, at) => [slug, at]));
  return toVectors(tags, numbers.size, Infinity, (ofPaper, _, weights) =>
    ofPaper.map(({ slug, strength }, rank) => {
      const rarity = Math.log(1 + papers.length / papersWith.get(slug)!);
      const id = numbers.get(slug)!;
      weights[id] = (rarity * (strength === 'core' ? 1 : MINOR_WEIGHT)) / Math.sqrt(1 + rank * RANK_WEIGHT);
      return id;
    }),
  );
}

/** @param weigh  Gives the ids of a paper's features, each once, and sets their weights; `most` of them are kept. */
function toVectors<T extends { length: number }>(
  papers: T[],
  features: number,
  most: number,
  weigh: (paper: T, at: number, weights: Float64Array) => number[],
): Vectors {
  const room = papers.reduce((sum, { length }) => sum + Math.min(most, length), 0);
  const starts = new Uint32Array(papers.length + 1);
  const ids = new Uint32Array(room);
  const weights = new Float32Array(room);
  const weightOf = new Float64Array(features);
  let count = 0;
  papers.forEach((paper, at) => {
    const weighed = weigh(paper, at, weightOf);
    weighed.sort((a, b) => weightOf[b]! - weightOf[a]! || a - b);
    const useful = weighed.slice(0, most).filter((id) => weightOf[id]! > 0);
    const length = Math.sqrt(useful.reduce((sum, id) => sum + weightOf[id]! ** 2, 0));
    for (const id of useful) {
      ids[count] = id;
      weights[count] = weightOf[id]! / length;
      count += 1;
    }
    starts[at + 1] = count;
  });
  return { starts, ids: ids.subarray(0, count), weights: weights.subarray(0, count), features };
}

/** Compares one vector with many others. */
export class Comparison {
  readonly #vectors: Vectors;
  readonly #dense: Float32Array;
  #last = 0;

  constructor(vectors: Vectors) {
    this.#vectors = vectors;
    this.#dense = new Float32Array(vectors.features);
  }

  /** From now on others are compared with that of this paper. */
  with(paper: number): void {
    const { starts, ids, weights } = this.#vectors;
    for (let i = starts[this.#last]!; i < starts[this.#last + 1]!; i++) this.#dense[ids[i]!] = 0;
    for (let i = starts[paper]!; i < starts[paper + 1]!; i++) this.#dense[ids[i]!] = weights[i]!;
    this.#last = paper;
  }

  /** The cosine of the two, since each is of length 1. */
  cosine(other: number): number {
    const { starts, ids, weights } = this.#vectors;
    const dense = this.#dense;
    const end = starts[other + 1]!;
    let sum = 0;
    for (let i = starts[other]!; i < end; i++) sum += dense[ids[i]!]! * weights[i]!;
    return sum;
  }
}
