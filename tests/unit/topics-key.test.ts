import { expect, test } from 'vitest';
import { topicsKey } from '../../src/pipeline/identity/keys.ts';

test('papers that differ in any word or in their language have other keys of their topics', () => {
  const words = { title: 'Of Shelves', abstract: 'We fill shelves.' };
  const others = [
    { ...words, title: 'Of shelves' },
    { ...words, abstract: 'We fill shelves' },
    { title: 'Of', abstract: 'Shelves We fill shelves.' },
    { ...words, language: 'fr' },
    { ...words, language: 'de' },
  ];
  expect(topicsKey({ ...words, language: undefined })).toBe(topicsKey(words));
  expect(new Set([words, ...others].map(topicsKey)).size).toBe(1 + others.length);
});
