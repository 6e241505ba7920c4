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
  /** Of all words' weights, for a title that begins with the query. */
  start: number;
  /** How often titles have a word that papers have, to this power, scales what it weighs. */
  topical: number;
  /** How much of what was asked a paper covers, to this power, scales its score. */
  coverage: number;
}

/** What the evaluation on one half of the development queries left; each is flat about its value (README.md). */
export const WEIGHTS: Weights = { title: 3, near: 0.9, together: 1.5, start: 1, topical: 0.3, coverage: 0.5 };

/** Saturation of repeated words (BM25's k1). Abstracts are of like length, so there is no b. */
const K1 = 1.2;
/** Of a word's weight, for its correction. */
const CORRECTED_WEIGHT = 0.9;
/** Of a near word's weight, where the paper has the word itself. */
const BESIDE = 0.5;
/** A near word covers so much of a word. */
const NEAR_COVERAGE = 0.5;
/** Of the papers that have a word, so many have it in the title: taken as seen in so many papers before any is. */
const TITLE_SHARE = { share: 0.15, papers: 6 };
/** A word that nobody has weighs more than any other, but its near words must not. */
const MAX_NEAR_IDF = 6;

/** A partial match must cover so much of what was asked, and so much of what the best one covers. */
const LEAST_COVERAGE = 0.2;
const LEAST_OF_BEST = 0.3;
/** How many partial matches are shown where no paper covers more than this: more would pretend. */
const UNSURE = { best: 0.75, shown: 10 };
/** Likewise where the collection lacks a word altogether: hardly anything answers the query. */
const DOUBTFUL = { best: 0.34, shown: 3 };

const ORDER: Match[] = ['full', 'corrected', 'partial'];

/** Full matches first, then corrected and partial ones. */
export function byMatch(a: Pick<Ranked, 'match'>, b: Pick<Ranked, 'match'>): number {
  return ORDER.indexOf(a.match) - ORDER.indexOf(b.match);
}

/** A term with what it weighs: more if it is rare, and if titles have it. */
interface Weighed extends Term {
  idf: number;
}

/** A paper with its score and the share of the query's weight that it covers. */
interface Scored extends Ranked {
  coverage: number;
}

/**
 * Papers with what was asked: all of it, then all of it as it was probably meant, then some of it; each group by score, then as given.
 *
 * A word weighs by its rarity (idf), by how often titles have it, and how often a paper has it, saturated, in the title more: BM25 without length.
 * Words that stand together in query and paper add to that, as do words that are near in meaning and a title that begins
 * with the query. Of the partial matches only those are kept that are worth a look.
 *
 * @param terms           In the order of the query.
 * @param required        Papers must be in each of these to be a full match: phrases.
 * @param collectionSize  Papers in the whole index.
 * @param isLeft          Whether topics and the like leave a paper; what is worth a look is judged among those left.
 */
export function rank(
  terms: Term[],
  required: Posting[],
  collectionSize: number,
  weights: Weights = WEIGHTS,
  isLeft: (id: string) => boolean = () => true,
): Ranked[] {
  const weighed = terms.map((term) => weigh(term, collectionSize, weights));
  const scored = papersOf(terms)
    .filter(isLeft)
    .map((id) => scorePaper(id, weighed, required, weights));
  const sorted = scored.sort((a, b) => byMatch(a, b) || b.score - a.score);
  return worthShowing(sorted, terms).map(({ id, match, score, places }) => ({ id, match, score, places }));
}

/** A word that is taken for another weighs as that one does. */
function weigh(term: Term, collectionSize: number, weights: Weights): Weighed {
  const posting = term.posting.size < term.corrected.size ? term.corrected : term.posting;
  const rarity = Math.log(1 + (collectionSize - posting.size + 0.5) / (posting.size + 0.5));
  return { ...term, idf: rarity * titleShare(posting) ** weights.topical };
}

/**
 * How much more often titles have a word than words in general: 1 for one like any other.
 *
 * Titles name topics. `cope` may be as rare as `federated`, but a question is about the one and not about the other.
 */
function titleShare(posting: Posting): number {
  const saying = [...posting.values()].filter(({ places }) => places.length > 0);
  const titles = saying.filter(({ inTitle }) => inTitle).length;
  return (titles + TITLE_SHARE.papers * TITLE_SHARE.share) / (saying.length + TITLE_SHARE.papers) / TITLE_SHARE.share;
}

function papersOf(terms: Term[]): string[] {
  return [...new Set(terms.flatMap(({ posting, corrected, near }) => [...posting.keys(), ...corrected.keys(), ...near.keys()]))];
}

function scorePaper(id: string, terms: Weighed[], required: Posting[], weights: Weights): Scored {
  const signs = terms.map((term) => signOf(id, term, weights));
  const sum = (values: number[]) => values.reduce((all, each) => all + each, 0);
  const whole = sum(terms.map(({ idf }) => idf));
  const coverage = whole === 0 ? 0 : sum(signs.map(({ covered }) => covered)) / whole;
  const score =
    sum(signs.map(({ score: each }) => each)) +
    weights.together * together(id, terms) +
    weights.start * (beginsTitle(id, terms) ? whole : 0);
  const isWhole = signs.every(({ occurrence }) => occurrence) && required.every((posting) => posting.has(id));
  return {
    id,
    match: !isWhole ? 'partial' : terms.every(({ posting }) => posting.has(id)) ? 'full' : 'corrected',
    score: score * coverage ** weights.coverage,
    places: [...new Set(signs.flatMap(({ occurrence }) => occurrence?.places ?? []))].sort((a, b) => a - b),
    coverage,
  };
}

/** What one word says for a paper. */
function signOf(id: string, { posting, corrected, near, idf }: Weighed, weights: Weights) {
  const found = posting.get(id);
  const occurrence = found ?? corrected.get(id);
  const nearness = near.get(id) ?? 0;
  const byMeaning = weights.near * Math.min(idf, MAX_NEAR_IDF) * nearness;
  if (!occurrence) return { score: byMeaning, covered: NEAR_COVERAGE * idf * Math.min(1, nearness * 2), occurrence };
  const byWord = (found ? 1 : CORRECTED_WEIGHT) * idf * saturate(frequency(occurrence, weights.title));
  return { score: byWord + BESIDE * byMeaning, covered: idf, occurrence };
}

/** What words add that stand together in the paper as they do in the query. */
function together(id: string, terms: Weighed[]): number {
  let sum = 0;
  for (let at = 1; at < terms.length; at += 1) {
    const [before, term] = [terms[at - 1]!, terms[at]!];
    const [first, second] = [occurrenceIn(id, before), occurrenceIn(id, term)];
    if (first && second)
      sum += Math.min(before.idf, term.idf, MAX_NEAR_IDF) * saturate(countNear(first, second, 1 + term.skipped));
  }
  return sum;
}

/** Whether the title begins with the words of the query, in their order. Parts of a compound stand in one place. */
function beginsTitle(id: string, terms: Weighed[]): boolean {
  let place = 0;
  return terms.every((term) => {
    const occurrence = occurrenceIn(id, term);
    if (!occurrence?.inTitle) return false;
    place += term.skipped;
    const isNext = occurrence.places.includes(place);
    if (isNext) place += 1;
    return isNext || (place > 0 && occurrence.places.includes(place - 1));
  });
}

function occurrenceIn(id: string, { posting, corrected }: Term): Occurrence | undefined {
  return posting.get(id) ?? corrected.get(id);
}

/** Leave out partial matches that answer too little. @param sorted  In rank order. */
function worthShowing(sorted: Scored[], terms: Term[]): Scored[] {
  const best = sorted.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const least = Math.max(LEAST_COVERAGE, LEAST_OF_BEST * best);
  const lacksWord = terms.length > 1 && terms.some(({ posting, corrected }) => posting.size + corrected.size === 0);
  const most = lacksWord && best < DOUBTFUL.best ? DOUBTFUL.shown : best < UNSURE.best ? UNSURE.shown : Infinity;
  const whole = sorted.filter(({ match }) => match !== 'partial');
  const partial = sorted.filter(({ match, coverage }) => match === 'partial' && coverage >= least);
  return [...whole, ...partial.slice(0, most)];
}

function frequency({ places, inTitle }: Occurrence, titleWeight: number): number {
  return Math.max(1, places.length) + (inTitle ? titleWeight : 0);
}

function saturate(count: number): number {
  return (count * (K1 + 1)) / (count + K1);
}
