import { Strongest } from './strongest.ts';
import type { Vectors } from './vectors.ts';

/** A feature brings so many candidates at most, those for which it weighs most: this bounds the work, however many papers there are. */
const MAX_POSTINGS = 200;
/** Candidates are gathered by so many of a paper's weightiest features. */
const MAX_FEATURES = 16;
const MAX_CANDIDATES = 40;

/** The papers of each feature, one list after the other: those of feature `f` stand from `starts[f]` up to `ends[f]`. */
interface Postings {
  starts: Uint32Array;
  ends: Uint32Array;
  papers: Uint32Array;
  weights: Float32Array;
}

/**
 * Papers that may be near to each paper: those that share its weightiest words and topics.
 *
 * @returns A function from a paper's place to places of other papers, most promising first.
 */
export function findCandidates(kinds: { vectors: Vectors; share: number }[]): (at: number) => number[] {
  const indexes = kinds.map(({ vectors, share }) => ({ vectors, share, postings: invert(vectors) }));
  const count = Math.max(0, ...kinds.map(({ vectors }) => vectors.starts.length - 1));
  const promise = new Float64Array(count);
  const touched = new Uint32Array(count);
  return (at) => {
    let found = 0;
    for (const { vectors, share, postings } of indexes) {
      const { starts, ends, papers, weights } = postings;
      const first = vectors.starts[at]!;
      const last = Math.min(vectors.starts[at + 1]!, first + MAX_FEATURES);
      for (let feature = first; feature < last; feature++) {
        const factor = share * vectors.weights[feature]!;
        const id = vectors.ids[feature]!;
        const end = ends[id]!;
        for (let i = starts[id]!; i < end; i++) {
          const other = papers[i]!;
          if (promise[other] === 0) touched[found++] = other;
          promise[other]! += factor * weights[i]!;
        }
      }
    }
    const best = new Strongest(MAX_CANDIDATES);
    for (let i = 0; i < found; i++) {
      const other = touched[i]!;
      if (other !== at) best.offer(other, promise[other]!);
      promise[other] = 0;
    }
    return best.items();
  };
}

function invert(vectors: Vectors): Postings {
  const sizes = new Uint32Array(vectors.features);
  for (const id of vectors.ids) sizes[id]! += 1;
  const starts = new Uint32Array(sizes.length);
  for (let feature = 1; feature < sizes.length; feature++) starts[feature] = starts[feature - 1]! + sizes[feature - 1]!;
  const ends = starts.slice();
  const papers = new Uint32Array(vectors.ids.length);
  const weights = new Float32Array(papers.length);
  for (let paper = 0; paper + 1 < vectors.starts.length; paper++) {
    for (let i = vectors.starts[paper]!; i < vectors.starts[paper + 1]!; i++) {
      const place = ends[vectors.ids[i]!]!++;
      papers[place] = paper;
      weights[place] = vectors.weights[i]!;
    }
  }
  const postings = { starts, ends, papers, weights };
  for (let feature = 0; feature < sizes.length; feature++) if (sizes[feature]! > MAX_POSTINGS) shorten(postings, feature);
  return postings;
}

/** Keep of a feature's papers those for which it weighs most. */
function shorten({ starts, ends, papers, weights }: Postings, feature: number): void {
  const start = starts[feature]!;
  const best = new Strongest(MAX_POSTINGS);
  for (let i = start; i < ends[feature]!; i++) best.offer(i, weights[i]!);
  const kept = best.items().map((i) => ({ paper: papers[i]!, weight: weights[i]! }));
  kept.forEach(({ paper, weight }, i) => {
    papers[start + i] = paper;
    weights[start + i] = weight;
  });
  ends[feature] = start + kept.length;
}
