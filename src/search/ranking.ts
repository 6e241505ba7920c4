import { countNear } from './postings.ts';
import type { Occurrence, Posting } from './postings.ts';

/** A word asked for, with the papers that have it in one way or another. */
export interface Term {
  /** Papers that have it, in any way of writing. */
  posting: Posting;
  /** Papers that have what it may be a misspelling of. */
  corrected: Posting;
  /** Papers that do not have it, or have it beside other signs, yet speak of what it means: how surely, from 0 to 1. */
  near: ReadonlyMap<string, number>;
  /** Words left out right before it: `in` of `transformer in transformer`. */
  skipped: number;
}

export type Match = 'full' | 'corrected' | 'partial';

export interface Ranked {
  id: string;
  match: Match;
  score: number;
  /** Places to mark, in rising order. */
  places: number[];
}

/** What counts how much. */
export interface Weights {
  /** A word in the title counts as so many more in the abstract. */
  title: number;
  /** Of a word's weight, for a paper that speaks of what it means. */
  near: number;
  /** Of the lesser of two words' weights, for standing together as in the query. */
  together: number;
  /** How much of what was asked a paper covers, to this power, scales its score. */
  coverage: number;
}

/** What the evaluation on one half of the development queries left; each is flat about its value (README.md). */
export const WEIGHTS: Weights = { title: 3, near: 0.9, together: 1, coverage: 0.5 };

/** Saturation of repeated words (BM25's k1). Abstracts are of like length, so there is no b. */
const K1 = 1.2;
/** Of a word's weight, for its correction. */
const CORRECTED_WEIGHT = 0.9;
/** A near word covers so much of a word. */
const NEAR_COVERAGE = 0.5;
/** Less of what was asked is no answer. */
const LEAST_COVERAGE = 0.2;
/** A word that nobody has weighs more than any other, but its near words must not. */
const MAX_NEAR_IDF = 6;

const ORDER: Match[] = ['full', 'corrected', 'partial'];

/**
 * Papers with what was asked: all of it, then all of it as it was probably meant, then some of it; each group by score, then as given.
 *
 * A word weighs by its rarity (idf) and how often a paper has it, saturated, in the title more: BM25 without length.
 * Words that stand together in query and paper add to that, as do words that are near in meaning.
 *
 * @param terms           In the order of the query.
 * @param required        Papers must be in each of these to be a full match: phrases.
 * @param collectionSize  Papers in the whole index.
 */
export function rank(terms: Term[], required: Posting[], collectionSize: number, weights: Weights = WEIGHTS): Ranked[] {
  const weigh = (posting: Posting) => Math.log(1 + (collectionSize - posting.size + 0.5) / (posting.size + 0.5));
  const weighed = terms.map((term) => ({ ...term, idf: weigh(term.posting), correctedIdf: weigh(term.corrected) }));
  const whole = weighed.reduce((sum, { idf }) => sum + idf, 0);
  const ids = new Set(terms.flatMap(({ posting, corrected, near }) => [...posting.keys(), ...corrected.keys(), ...near.keys()]));
  return [...ids]
    .map((id): Ranked & { coverage: number } => {
      const places = new Set<number>();
      let score = 0;
      let covered = 0;
      let full = 0;
      let corrected = 0;
      for (const { posting, corrected: meant, near, idf, correctedIdf } of weighed) {
        const found = posting.get(id);
        const occurrence = found ?? meant.get(id);
        const nearness = near.get(id) ?? 0;
        score += weights.near * Math.min(idf, MAX_NEAR_IDF) * nearness;
        if (!occurrence) {
          covered += NEAR_COVERAGE * idf * Math.min(1, nearness * 2);
          continue;
        }
        for (const place of occurrence.places) places.add(place);
        covered += idf;
        score += (found ? idf : CORRECTED_WEIGHT * correctedIdf) * saturate(frequency(occurrence, weights.title));
        if (found) full += 1;
        else corrected += 1;
      }
      score += weights.together * together(id, weighed);
      const isWhole = full + corrected === terms.length && required.every((posting) => posting.has(id));
      const coverage = whole === 0 ? 0 : covered / whole;
      return {
        id,
        match: !isWhole ? 'partial' : corrected === 0 ? 'full' : 'corrected',
        score: score * coverage ** weights.coverage,
        places: [...places].sort((a, b) => a - b),
        coverage,
      };
    })
    .filter(({ match, coverage }) => match !== 'partial' || coverage >= LEAST_COVERAGE)
    .map(({ id, match, score, places }) => ({ id, match, score, places }))
    .sort((a, b) => ORDER.indexOf(a.match) - ORDER.indexOf(b.match) || b.score - a.score);
}

/** What words add that stand together in the paper as they do in the query. */
function together(id: string, terms: (Term & { idf: number })[]): number {
  let sum = 0;
  for (let at = 1; at < terms.length; at += 1) {
    const [before, term] = [terms[at - 1], terms[at]];
    const first = before?.posting.get(id) ?? before?.corrected.get(id);
    const second = term?.posting.get(id) ?? term?.corrected.get(id);
    if (!before || !term || !first || !second) continue;
    const count = countNear(first, second, 1 + term.skipped);
    sum += Math.min(before.idf, term.idf, MAX_NEAR_IDF) * saturate(count);
  }
  return sum;
}

function frequency({ places, inTitle }: Occurrence, titleWeight: number): number {
  return Math.max(1, places.length) + (inTitle ? titleWeight : 0);
}

function saturate(count: number): number {
  return (count * (K1 + 1)) / (count + K1);
}
