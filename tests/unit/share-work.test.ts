import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Helper, shareWork } from '../../src/pipeline/share-work.ts';

const double = (item: number): number => item * 2;

/** Answers what it was given, in any order, as late as its moods say; never, where they end. */
class MoodyHelper implements Helper<number, number> {
  given = 0;
  isClosed = false;
  readonly #moods: Iterator<boolean>;
  #waiting: { batch: number; outputs: number[] }[] = [];

  constructor(moods: boolean[]) {
    this.#moods = moods.values();
  }

  give(batch: number, items: number[]): void {
    this.given += 1;
    this.#waiting.unshift({ batch, outputs: items.map(double) });
  }

  takeDone(): { batch: number; outputs: number[] }[] {
    return this.#moods.next().value === true ? this.#waiting.splice(0) : [];
  }

  close(): void {
    this.isClosed = true;
  }
}

test('the output is that of one thread, whatever the helper does', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2000 }), fc.array(fc.boolean(), { maxLength: 30 }), (count, moods) => {
      const items = Array.from({ length: count }, (_, at) => at);
      expect(shareWork(items, double, new MoodyHelper(moods), () => {})).toEqual(items.map(double));
    }),
  );
});

test('a helper that answers at once does half of the work, and nothing of that is done again', () => {
  const items = Array.from({ length: 2000 }, (_, at) => at);
  const helper = new MoodyHelper(Array<boolean>(100).fill(true));
  let here = 0;
  shareWork(
    items,
    (item) => double(item) + (here++ && 0),
    helper,
    () => {},
  );
  expect(helper.given).toBeGreaterThanOrEqual(10);
  expect(here).toBeLessThanOrEqual(items.length - (helper.given - 2) * 100);
  expect(helper.isClosed).toBe(true);
});

test('says again and again how much is done, never less than before', () => {
  const told: number[] = [];
  shareWork(
    Array.from({ length: 1000 }, (_, at) => at),
    double,
    new MoodyHelper([true, false, true, true, false, true]),
    (done) => told.push(done),
  );
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBeLessThanOrEqual(1000);
  expect(told.length).toBe(10);
});
