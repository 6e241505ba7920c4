/** Does the same work at the same time as this thread. It may be slow to begin, or never answer. */
export interface Helper<In, Out> {
  give(batch: number, items: In[]): void;
  /** What it has done since this was asked last, by the numbers of the batches. */
  takeDone(): { batch: number; outputs: Out[] }[];
  /** Nothing more is asked of it. */
  close(): void;
}

const BATCH_SIZE = 100;
/** Batches that a helper has at one time: one under way, and one so that it need not wait. */
const MOST_GIVEN = 2;

/**
 * `items.map(run)`, of which a helper does some of the last. What it has not answered in the end is not waited for but
 * done here, so that the output is the same whatever becomes of it.
 *
 * @param watch  Told before each batch how many items are done.
 */
export function shareWork<In, Out>(
  items: In[],
  run: (item: In) => Out,
  helper: Helper<In, Out> | undefined,
  watch: (done: number) => void,
): Out[] {
  const batches: { items: In[]; outputs?: Out[] }[] = [];
  for (let from = 0; from < items.length; from += BATCH_SIZE) batches.push({ items: items.slice(from, from + BATCH_SIZE) });
  let [done, firstGiven, underWay] = [0, batches.length, 0];
  const put = (batch: number, outputs: Out[]): void => {
    if (batches[batch]!.outputs === undefined) done += 1;
    batches[batch]!.outputs = outputs;
  };
  for (let next = 0; next < batches.length; next += 1) {
    for (const { batch, outputs } of helper?.takeDone() ?? []) {
      put(batch, outputs);
      underWay -= 1;
    }
    while (helper && underWay < MOST_GIVEN && firstGiven - 1 > next) {
      firstGiven -= 1;
      helper.give(firstGiven, batches[firstGiven]!.items);
      underWay += 1;
    }
    watch(done * BATCH_SIZE);
    if (batches[next]!.outputs === undefined) put(next, batches[next]!.items.map(run));
  }
  helper?.close();
  return batches.flatMap(({ outputs }) => outputs ?? []);
}
