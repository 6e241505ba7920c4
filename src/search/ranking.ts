/** Where one word stands in one paper. */
export interface Occurrence {
  /** Places in title and abstract together, counted in words from 0. Empty when only the record's other fields have it. */
  places: number[];
  /** Fields of the record that have it: `title`, `core`. */
  fields: string[];
  /** True when the word itself stands there (up to its stem), false when a longer word that begins with it does. */
  exact: boolean;
}

/** Papers that have a word, by Pagefind's id. */
export type Posting = Map<string, Occurrence>;

/** Something asked for, with the papers that have it. */
export interface Term {
  posting: Posting;
  field: 'any' | 'title' | 'topic';
}

export interface Ranked {
  id: string;
  match: 'full' | 'partial';
  score: number;
  /** Places to mark, in rising order. */
  places: number[];
}

/** Saturation of repeated words (BM25's k1). */
const K1 = 1.2;
/** A title says what a paper is about: a word in it counts as so many more. */
const TITLE_WEIGHT = 3;
/** A longer word that begins with the one asked for is a weaker sign. */
const PREFIX_WEIGHT = 0.4;

/**
 * Papers with any of the terms, those with all of them first, each group by score, then by id.
 *
 * @param collectionSize  Papers in the whole index.
 */
export function rank(terms: Term[], collectionSize: number): Ranked[] {
  const found = new Map<string, { score: number; matched: number; places: Set<number> }>();
  for (const { posting } of terms) {
    const idf = Math.log(1 + (collectionSize - posting.size + 0.5) / (posting.size + 0.5));
    for (const [id, occurrence] of posting) {
      const entry = found.get(id) ?? { score: 0, matched: 0, places: new Set() };
      found.set(id, entry);
      entry.score += idf * weigh(occurrence);
      entry.matched += 1;
      for (const place of occurrence.places) entry.places.add(place);
    }
  }
  return [...found]
    .map(([id, { score, matched, places }]): Ranked => ({
      id,
      match: matched === terms.length ? 'full' : 'partial',
      score: (score * matched) / terms.length,
      places: [...places].sort((a, b) => a - b),
    }))
    .sort(byRank);
}

function weigh({ places, fields, exact }: Occurrence): number {
  const frequency = places.length + (fields.includes('title') ? TITLE_WEIGHT : 0) + (places.length === 0 ? 0.5 : 0);
  return (exact ? 1 : PREFIX_WEIGHT) * ((frequency * (K1 + 1)) / (frequency + K1));
}

function byRank(a: Ranked, b: Ranked): number {
  return Number(b.match === 'full') - Number(a.match === 'full') || b.score - a.score || (a.id < b.id ? -1 : 1);
}
