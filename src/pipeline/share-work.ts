/** Does the same work at the same time as this thread. It may be slow to begin, or never answer. */
export interface Helper<In, Out> {
  give(batch: number, items: In[]): void;
  /** What it has done since this was asked last, by the numbers of the batches. */
  takeDone(): { batch: number; outputs: Out[] }[];
  /** Nothing more is asked of it. */
  close(): void;
}

interface Batch<In> {
  keys: string[];
  items: In[];
}

const BATCH_SIZE = 100;
/** Batches that a helper has at one time: one under way, and one so that it need not wait. */
const MOST_GIVEN = 2;
/**
 * Batches of what is foreseen, in all: they wait there, since this thread may not look after them for a second, and their
 * outputs take memory while that of what comes before them is not free yet.
 */
const MOST_FORESEEN = 40;

/**
 * Makes something of items, by their keys: what is known by its key is not made again, and what has one key is made once.
 *
 * A helper does some of it. What it has not answered in the end is not waited for but done here, so that the outcome is the
 * same whatever becomes of it.
 */
export class SharedWork<In, Out> {
  readonly #keyOf: (item: In) => string;
  readonly #helper: Helper<In, Out> | undefined;
  readonly #made: Map<string, Out>;
  /** What the helper has, by number. */
  readonly #given = new Map<number, Batch<In>>();
  #numbers = 0;
  #foreseen: Batch<In> = { keys: [], items: [] };

  /**
   * @param known   Outputs that need not be made again.
   * @param helper  Makes of an item what `run` makes of it.
   */
  constructor(keyOf: (item: In) => string, known: ReadonlyMap<string, Out> = new Map(), helper?: Helper<In, Out>) {
    [this.#keyOf, this.#helper, this.#made] = [keyOf, helper, new Map(known)];
  }

  /** Say that an item will likely be asked for: a helper that has nothing else to do makes it meanwhile. */
  foresee(item: In): void {
    if (!this.#helper || this.#numbers >= MOST_FORESEEN) return;
    this.#foreseen.keys.push(this.#keyOf(item));
    this.#foreseen.items.push(item);
    if (this.#foreseen.items.length < BATCH_SIZE) return;
    this.#give(this.#foreseen);
    this.#foreseen = { keys: [], items: [] };
  }

  /**
   * What is made of these items, by their keys. Asked once; the helper is let go then.
   *
   * @param watch  Told before each batch how many of how many keys are done.
   */
  make(items: In[], run: (item: In) => Out, watch: (done: number, total: number) => void): Map<string, Out> {
    this.#takeDone();
    const asked = new Map(items.map((item) => [this.#keyOf(item), item]));
    const early = new Set([...this.#given.values()].flatMap(({ keys }) => keys));
    const fresh = [...asked].filter(([key]) => !this.#made.has(key) && !early.has(key));
    const batches = toBatches(fresh);
    const known = this.#made.size;
    const tell = (): void => watch(this.#made.size - known, fresh.length + early.size);
    const makeHere = (batch: Batch<In>): void => batch.items.forEach((item, at) => this.#made.set(batch.keys[at]!, run(item)));
    while (batches.length > 0) {
      this.#takeDone();
      while (this.#helper && this.#given.size < MOST_GIVEN && batches.length > 1) this.#give(batches.pop()!);
      tell();
      makeHere(batches.shift()!);
    }
    // The helper begins with the first.
    for (const [number, batch] of [...this.#given].reverse()) {
      this.#takeDone();
      if (!this.#given.has(number)) continue;
      tell();
      makeHere(batch);
    }
    this.#helper?.close();
    return new Map([...asked.keys()].map((key) => [key, this.#made.get(key)!]));
  }

  #give(batch: Batch<In>): void {
    this.#given.set(this.#numbers, batch);
    this.#helper?.give(this.#numbers, batch.items);
    this.#numbers += 1;
  }

  #takeDone(): void {
    for (const { batch, outputs } of this.#helper?.takeDone() ?? []) {
      this.#given.get(batch)?.keys.forEach((key, at) => this.#made.set(key, outputs[at]!));
      this.#given.delete(batch);
    }
  }
}

function toBatches<In>(keyed: [string, In][]): Batch<In>[] {
  return Array.from({ length: Math.ceil(keyed.length / BATCH_SIZE) }, (_, at) => {
    const part = keyed.slice(at * BATCH_SIZE, (at + 1) * BATCH_SIZE);
    return { keys: part.map(([key]) => key), items: part.map(([, item]) => item) };
  });
}
