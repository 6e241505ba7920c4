import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Engine } from '../../../src/search/engine.ts';
import { openIndexFiles } from '../../../src/search/index-files.ts';
import type { Found } from '../../../src/search/index-reader.ts';
import { IndexReader } from '../../../src/search/index-reader.ts';
import { openPagefind } from './pagefind-in-node.ts';

/** The engine of the search page with one addition left out. */
export interface Variant {
  without: string;
  engine: Engine;
}

/** The engine over the index of a built site, without a browser: as it is, and without each of its additions in turn. */
export async function makeVariants(dir: string): Promise<Variant[]> {
  const files = openIndexFiles((path) => readFile(join(dir, path), 'utf8'));
  const pagefind = await openPagefind(`${dir}/pagefind/`, (await files.parts()).parts.length);
  const reader = (change: Partial<IndexReader> = {}) => Object.assign(new IndexReader(pagefind, files), change);
  const whole = reader();
  const find = (change: (found: Found) => Found) => reader({ find: async (word) => change(await whole.find(word)) });
  const inText = ({ itself, ...others }: Found): Found => ({
    ...others,
    itself: new Map([...itself].filter(([, { places }]) => places.length > 0)),
  });
  const variants: [string, Engine][] = [
    ['nothing', new Engine(whole)],
    ['near words', new Engine(find((found) => ({ ...found, near: new Map() })))],
    ['acronyms of the records', new Engine(find(inText))],
    ['lists of words: mending, halves, completing', new Engine(reader({ wordsLike: async () => new Map() }))],
    ['other ways to write', new Engine(whole, { otherWays: false })],
    ['leaving out stop words', new Engine(whole, { stopWords: false })],
    ['words that stand together', new Engine(whole, { together: 0 })],
    ['words that begin alike', new Engine(find((found) => ({ ...found, alike: new Set() })))],
    ['titles that begin with the query', new Engine(whole, { start: 0 })],
    ['titles that count more', new Engine(whole, { title: 0 })],
    ['words that titles have', new Engine(whole, { topical: 0 })],
    ['coverage', new Engine(whole, { coverage: 0 })],
  ];
  return variants.map(([without, engine]) => ({ without, engine }));
}
