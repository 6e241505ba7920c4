/** Where one word stands in one paper. */
export interface Occurrence {
  /** Places in title and abstract together, counted in words from 0. */
  places: number[];
  inTitle: boolean;
}

/** Papers that have a word, by Pagefind's id. */
export type Posting = Map<string, Occurrence>;

/** Papers that have any of the words. */
export function union(postings: Posting[]): Posting {
  const filled = postings.filter((posting) => posting.size > 0);
  if (filled.length <= 1) return filled[0] ?? new Map();
  const all: Posting = new Map();
  for (const posting of filled) for (const [id, occurrence] of posting) all.set(id, joinOccurrences(all.get(id), occurrence));
  return all;
}

function joinOccurrences(one: Occurrence | undefined, other: Occurrence): Occurrence {
  if (!one) return other;
  return { places: [...new Set([...one.places, ...other.places])], inTitle: one.inTitle || other.inTitle };
}

/**
 * Papers where the words stand one after the other; the places are those of all the words.
 *
 * Parts of a compound stand in one place: `low-rank` is found for `low rank`.
 */
export function sideBySide(postings: Posting[]): Posting {
  const [first, ...others] = postings;
  let runs = new Map(
    [...(first ?? [])].map(([id, { places, inTitle }]) => [id, { runs: places.map((place) => [place]), inTitle }]),
  );
  for (const next of others) {
    runs = new Map(
      [...runs].flatMap(([id, { runs: before, inTitle }]): [string, { runs: number[][]; inTitle: boolean }][] => {
        const following = next.get(id);
        if (!following) return [];
        const longer = before.flatMap((run) => {
          const end = run.at(-1) ?? 0;
          return following.places.filter((place) => place === end || place === end + 1).map((place) => [...run, place]);
        });
        return longer.length > 0 ? [[id, { runs: longer, inTitle: inTitle && following.inTitle }]] : [];
      }),
    );
  }
  return new Map([...runs].map(([id, { runs: found, inTitle }]) => [id, { places: [...new Set(found.flat())], inTitle }]));
}

/**
 * How often two words stand close together in a paper, in this order.
 *
 * @param gap  Words from the first to the second at most: 1 for neighbours.
 */
export function countNear(first: Occurrence, second: Occurrence, gap: number): number {
  return second.places.filter((place) =>
    first.places.some((before) => place >= before && place - before <= gap && (place > before || first !== second)),
  ).length;
}
