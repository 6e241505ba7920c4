import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Helper, SharedWork } from '../../src/pipeline/share-work.ts';

const double = (item: number): number => item * 2;
const keyOf = (item: number): string => `key ${item}`;
const doubled = (items: number[]): Map<string, number> => new Map(items.map((item) => [keyOf(item), double(item)]));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** Answers what it was given, in any order, as late as its moods say; never, where they end. */
class MoodyHelper implements Helper<number, number> {
  given: number[] = [];
  isClosed = false;
  readonly #moods: Iterator<boolean>;
  #waiting: { batch: number; outputs: number[] }[] = [];

  constructor(moods: boolean[]) {
    this.#moods = moods.values();
  }

  give(batch: number, items: number[]): void {
    this.given.push(...items);
    this.#waiting.unshift({ batch, outputs: items.map(double) });
  }

  takeDone(): { batch: number; outputs: number[] }[] {
    return this.#moods.next().value === true ? this.#waiting.splice(0) : [];
  }

  close(): void {
    this.isClosed = true;
  }
}

test('the outcome is that of one thread, whatever the helper does and whatever was foreseen', () => {
  const moods = fc.array(fc.boolean(), { maxLength: 60 });
  const some = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 20 });
  fc.assert(
    fc.property(fc.nat({ max: 2000 }), fc.nat({ max: 2000 }), some, moods, (count, foreseen, others, moods) => {
      const items = [...upTo(count), ...others];
      const work = new SharedWork(keyOf, new Map(), new MoodyHelper(moods));
      for (const item of [...others, ...upTo(foreseen)]) work.foresee(item);
      expect(work.make(items, double, () => {})).toEqual(doubled(items));
    }),
  );
});

test('only what is not known is made, each once', () => {
  const items = fc.array(fc.nat({ max: 20 }));
  fc.assert(
    fc.property(items, items, (items, known) => {
      const made: number[] = [];
      const run = (item: number): number => {
        made.push(item);
        return double(item);
      };
      expect(new SharedWork(keyOf, doubled(known)).make(items, run, () => {})).toEqual(doubled(items));
      expect(made).toEqual([...new Set(items)].filter((item) => !known.includes(item)));
    }),
  );
});

test('a helper that answers at once does half of the work, and nothing of that is done again', () => {
  const helper = new MoodyHelper(Array<boolean>(100).fill(true));
  let here = 0;
  const run = (item: number): number => double(item) + (here++ && 0);
  new SharedWork(keyOf, new Map(), helper).make(upTo(2000), run, () => {});
  expect(helper.given.length).toBeGreaterThanOrEqual(1000);
  expect(here).toBeLessThanOrEqual(2000 - helper.given.length + 200);
  expect(helper.isClosed).toBe(true);
});

test('what was foreseen is made by the helper before it is asked for, and not again', () => {
  const helper = new MoodyHelper(Array<boolean>(2000).fill(true));
  const work = new SharedWork(keyOf, new Map(), helper);
  for (const item of upTo(1000)) work.foresee(item);
  expect(helper.given).toEqual(upTo(1000));
  const made: number[] = [];
  work.make(
    upTo(1050),
    (item) => {
      made.push(item);
      return double(item);
    },
    () => {},
  );
  expect(made).toEqual(upTo(1050).slice(1000));
});

test('a helper that does not answer is not given ever more', () => {
  const helper = new MoodyHelper([]);
  const work = new SharedWork(keyOf, new Map(), helper);
  for (const item of upTo(10_000)) work.foresee(item);
  expect(helper.given).toEqual(upTo(4000));
});

test('says again and again how much is done, never less than before and never more than all', () => {
  const told: [number, number][] = [];
  const work = new SharedWork(keyOf, doubled([5]), new MoodyHelper([true, false, true, true, false, true]));
  let here = 0;
  work.make(
    upTo(1001),
    (item) => double(item) + (here++ && 0),
    (done, total) => told.push([done, total]),
  );
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
  expect(told.every(([done, total]) => total === 1000 && done < total)).toBe(true);
  expect(told.length).toBe(here / 100);
});
