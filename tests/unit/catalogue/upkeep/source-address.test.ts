import { expect, test } from 'vitest';
import type { Site } from '../../../../src/model/site.ts';
import { sourceAddress } from '../../../../src/catalogue/upkeep/source-address.ts';

const site = (repository?: string) => ({ repository }) as Site;

test.each([
  ['https://github.com/you/papers', 'https://github.com/you/papers/tree/HEAD/content/topics'],
  ['https://github.com/you/papers/', 'https://github.com/you/papers/tree/HEAD/content/topics'],
  ['https://gitlab.com/you/papers', 'https://gitlab.com/you/papers/-/tree/HEAD/content/topics'],
  [undefined, undefined],
])('a folder of %s', (repository, address) => {
  expect(sourceAddress(site(repository), 'content/topics')).toBe(address);
});

test('a folder outside of the repository has no page there', () => {
  expect(sourceAddress(site('https://github.com/you/papers'), undefined)).toBeUndefined();
});
