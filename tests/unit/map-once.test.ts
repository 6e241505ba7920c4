import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapOnce } from '../../src/pipeline/map-once.ts';

const shout = (item: string): string => item.toUpperCase();

test('the outputs are those of the whole, and only what is not known is made, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 })), fc.array(fc.string({ maxLength: 2 })), (items, before) => {
      const known = new Map(before.map((item) => [`key ${item}`, shout(item)]));
      let made: string[] = [];
      const { outputs, byKey } = mapOnce(
        items,
        (item) => `key ${item}`,
        known,
        (some) => (made = some).map(shout),
      );
      expect(outputs).toEqual(items.map(shout));
      expect(made).toEqual([...new Set(items)].filter((item) => !before.includes(item)));
      expect(byKey).toEqual(new Map(items.map((item) => [`key ${item}`, shout(item)])));
    }),
  );
});
