/** Things that begin with one word, or with two that must stand side by side, by the numbers of these. */
export interface Start<T> {
  first: number;
  second: number | undefined;
  item: T;
}

/** By first word: what begins with it, whatever follows; and by the word that follows, those and what begins with both. */
export type StartIndex<T> = ({ alone: T[]; followed: Map<number, T[]> } | undefined)[];

/** A text is read once by it, however many things there are. Those of one place keep their order. */
export function indexStarts<T>(starts: Start<T>[]): StartIndex<T> {
  const last = starts.reduce((most, { first }) => Math.max(most, first), -1);
  const index: StartIndex<T> = Array.from({ length: last + 1 }, () => undefined);
  for (const [first, own] of Map.groupBy(starts, (start) => start.first)) {
    const followedBy = (word: number | undefined): T[] =>
      own.filter(({ second }) => second === undefined || second === word).map(({ item }) => item);
    const seconds = new Set(own.flatMap(({ second }) => second ?? []));
    index[first] = { alone: followedBy(undefined), followed: new Map([...seconds].map((word) => [word, followedBy(word)])) };
  }
  return index;
}

/** What may begin at a word of a text, in order. */
export function startingAt<T>(words: Int32Array, at: number, index: StartIndex<T>): readonly T[] {
  const word = words[at]!;
  const found = word < index.length ? index[word] : undefined;
  if (!found) return NOTHING;
  return (at + 1 < words.length ? found.followed.get(words[at + 1]!) : undefined) ?? found.alone;
}

const NOTHING: readonly never[] = [];
