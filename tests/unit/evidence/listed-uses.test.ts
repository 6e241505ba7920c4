import { expect, test } from 'vitest';
import { listedUses } from '../../../src/pipeline/evidence/listed-uses.ts';

const listed = (text: string) => listedUses(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Potential applications range from genomics to robotics.', 'Potential applications range from genomics to robotics'],
  ['It has many practical uses, from robotics to finance.', 'many practical uses, from robotics to finance'],
  ['Graphs are used in chemistry, biology, and social science.', 'used in chemistry, biology, and social science'],
])('%s', (text, stretch) => {
  expect(listed(text)).toContain(stretch);
});

test.each([
  'We apply the method to machine translation and parsing.',
  'The network is applied to robotics.',
  'An application of transformers in chemistry.',
])('not a list of uses: %s', (text) => {
  expect(listed(text)).toEqual([]);
});
