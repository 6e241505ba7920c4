import { Strongest } from './strongest.ts';
import type { Vector } from './vectors.ts';

/** The papers of each feature, by its number. */
type Postings = Map<number, { papers: Uint32Array; weights: Float32Array }>;

/** A feature brings so many candidates at most, those for which it weighs most: this bounds the work, however many papers there are. */
const MAX_POSTINGS = 200;
/** Candidates are gathered by so many of a paper's weightiest features. */
const MAX_FEATURES = 16;
const MAX_CANDIDATES = 40;

/**
 * Papers that may be near to each paper: those that share its weightiest words and topics.
 *
 * @returns A function from a paper's place to places of other papers, most promising first.
 */
export function findCandidates(kinds: { vectors: Vector[]; share: number }[]): (at: number) => number[] {
  const indexes = kinds.map(({ vectors, share }) => ({ vectors, share, postings: invert(vectors) }));
  const promise = new Float64Array(kinds[0]?.vectors.length ?? 0);
  return (at) => {
    const touched: number[] = [];
    for (const { vectors, share, postings } of indexes) {
      for (const [id, weight] of weightiest(vectors[at]!)) {
        const { papers, weights } = postings.get(id)!;
        for (let i = 0; i < papers.length; i++) {
          const other = papers[i]!;
          if (promise[other] === 0) touched.push(other);
          promise[other]! += share * weight * weights[i]!;
        }
      }
    }
    const best = new Strongest(MAX_CANDIDATES);
    for (const other of touched) {
      if (other !== at) best.offer(other, promise[other]!);
      promise[other] = 0;
    }
    return best.items();
  };
}

function weightiest({ ids, weights }: Vector): [number, number][] {
  const features = Array.from(ids, (id, i): [number, number] => [id, weights[i]!]);
  return features.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_FEATURES);
}

function invert(vectors: Vector[]): Postings {
  const lists = new Map<number, [number, number][]>();
  vectors.forEach(({ ids, weights }, paper) => {
    ids.forEach((id, i) => {
      const list = lists.get(id);
      if (list) list.push([paper, weights[i]!]);
      else lists.set(id, [[paper, weights[i]!]]);
    });
  });
  const postings: Postings = new Map();
  for (const [id, list] of lists) {
    const kept = list.length <= MAX_POSTINGS ? list : list.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_POSTINGS);
    postings.set(id, {
      papers: Uint32Array.from(kept, ([paper]) => paper),
      weights: Float32Array.from(kept, ([, weight]) => weight),
    });
  }
  return postings;
}
