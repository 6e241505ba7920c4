import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder } from '../../../src/catalogue/environment.ts';

test.each([
  [undefined, { shownAs: 'content', inProject: 'content' }],
  [resolve('of', 'theses'), { inProject: 'of/theses' }],
  ['../theses', { shownAs: resolve('../theses'), inProject: undefined }],
])('the content directory %s', (folder, expected) => {
  expect(contentFolder({ ...process.env, OFFPRINT_CONTENT: folder })).toMatchObject(expected);
});
