/** What is kept of a text to find others near it: the smallest hashes of its runs of three words, ascending. */
export type Sketch = Uint32Array;

const IS_ASCII = /^[\0-\x7f]*$/;
const WORDS_A_SHINGLE = 3;
const SKETCH_SIZE = 64;
/** Texts are compared when they share one of so many smallest hashes: all but 1 in 400 of those do that share 70 %. */
const KEYS = 5;
/** Of the texts that share a hash, only the last few are looked at: a phrase that everyone writes must not cost a square. */
const LAST_IN_BUCKET = 8;

/** Sketch a text by its runs of three words, case and punctuation aside: bottom-k sampling (Cohen and Kaplan, 2007). */
export function sketch(text: string): Sketch {
  const words = text.toLowerCase().match(IS_ASCII.test(text) ? /[a-z0-9]+/g : /[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const runs = words.length === 0 ? 0 : Math.max(1, words.length - WORDS_A_SHINGLE + 1);
  const hashes = new Uint32Array(runs);
  for (let start = 0; start < runs; start += 1) hashes[start] = hashWords(words, start);
  hashes.sort();
  let kept = 0;
  for (let at = 0; at < runs && kept < SKETCH_SIZE; at += 1) {
    if (at === 0 || hashes[at] !== hashes[at - 1]) hashes[kept++] = hashes[at]!;
  }
  return hashes.slice(0, kept);
}

/** How much of two texts is the same: runs of words that both have, of all that they have (Jaccard), estimated; 0 to 1. */
export function likeness(one: Sketch, other: Sketch): number {
  return likenessIn(one, 0, one.length, other, 0);
}

/**
 * The same of a sketch among others, that stands from `start` to `end`.
 *
 * @param atLeast  Less than this need not be told from 0.
 */
function likenessIn(sketches: Uint32Array, start: number, end: number, other: Sketch, atLeast: number): number {
  const length = end - start;
  const most = Math.max(length, other.length) < SKETCH_SIZE ? Infinity : SKETCH_SIZE;
  const mostUnlike = (1 - atLeast) * Math.min(most, length + other.length);
  let [i, j, common, seen] = [start, 0, 0, 0];
  for (; seen < most && (i < end || j < other.length); seen += 1) {
    if (seen - common > mostUnlike) return 0;
    const a = i < end ? sketches[i]! : Infinity;
    const b = j < other.length ? other[j]! : Infinity;
    if (a === b) common += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return seen === 0 ? 0 : common / seen;
}

/** Finds texts near another in the time of a few comparisons, however many there are. */
export class NearIndex<T> {
  readonly #items: T[] = [];
  /** All sketches, one behind another; by item, where its own begins. As arrays by themselves they would take twice the room. */
  #sketches = new Uint32Array(SKETCH_SIZE);
  readonly #starts = [0];
  /** By key, the last item that has it; by item and place of the key, the one before with the same. -1 for none. */
  readonly #last = new Map<number, number>();
  readonly #before: number[] = [];

  add(item: T, of: Sketch): void {
    const at = this.#items.push(item) - 1;
    const start = this.#starts[at]!;
    this.#sketches = withRoom(this.#sketches, start + of.length);
    this.#sketches.set(of, start);
    this.#starts.push(start + of.length);
    const keys = keysOf(of);
    for (let place = 0; place < KEYS; place += 1) {
      const key = keys[place];
      this.#before.push(key === undefined ? -1 : (this.#last.get(key) ?? -1));
      if (key !== undefined) this.#last.set(key, at * KEYS + place);
    }
  }

  /** The item nearest to a text, of those that are alike by `atLeast`, and that are wanted. */
  nearest(of: Sketch, atLeast: number, isWanted: (item: T) => boolean = () => true): T | undefined {
    let best: { item: T; likeness: number } | undefined;
    for (const key of keysOf(of)) {
      for (const at of this.#bucket(key)) {
        const item = this.#items[at]!;
        const found = likenessIn(this.#sketches, this.#starts[at]!, this.#starts[at + 1]!, of, atLeast);
        if (found >= atLeast && found > (best?.likeness ?? 0) && isWanted(item)) best = { item, likeness: found };
      }
    }
    return best?.item;
  }

  /** The last few items that have a key, in the order in which they were added. */
  #bucket(key: number): number[] {
    const items: number[] = [];
    for (let entry = this.#last.get(key) ?? -1; entry >= 0 && items.length < LAST_IN_BUCKET; entry = this.#before[entry]!)
      items.push(Math.floor(entry / KEYS));
    return items.reverse();
  }
}

function withRoom(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= array.length) return array;
  const larger = new Uint32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

/** With their signs: V8 keeps whole numbers below 2³¹ in half of the room, and finds them faster. */
function keysOf(of: Sketch): Int32Array {
  return Int32Array.from(of.subarray(0, KEYS));
}

/** FNV-1a over the words of a run, then mixed (MurmurHash3), so that the smallest are a fair sample. */
function hashWords(words: string[], start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + WORDS_A_SHINGLE && at < words.length; at += 1) {
    const word = words[at] ?? '';
    for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
