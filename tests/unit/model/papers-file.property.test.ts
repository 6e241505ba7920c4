import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsToPlaces, placesToGaps } from '../../../src/model/papers-file.ts';

const places = fc.uniqueArray(fc.nat()).map((some) => some.toSorted((a, b) => a - b));

test('places read back from their gaps', () => {
  fc.assert(
    fc.property(fc.record({ core: places, minor: places }), (topic) => {
      expect(gapsToPlaces(placesToGaps(topic))).toEqual(topic);
    }),
  );
});
