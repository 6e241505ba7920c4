import { readFile } from 'node:fs/promises';
import { Engine } from '../../../src/search/engine.ts';
import type { Found } from '../../../src/search/index-reader.ts';
import { IndexReader } from '../../../src/search/index-reader.ts';
import type { Orders } from '../../../src/search/pagefind.ts';
import { openPagefind } from './pagefind-in-node.ts';

/** The engine of the search page with one addition left out. */
export interface Variant {
  without: string;
  engine: Engine;
}

/** The engine over the index of a built site, without a browser: as it is, and without each of its additions in turn. */
export async function makeVariants(dir: string): Promise<Variant[]> {
  const pagefind = await openPagefind(`${dir}/pagefind/`);
  const reader = (change: Partial<IndexReader> = {}) => {
    const made = new IndexReader(pagefind, {
      orders: async () => JSON.parse(await readFile(`${dir}/pagefind/orders.json`, 'utf8')) as Orders,
      words: (list) => readFile(`${dir}/search/words/${list}.txt`, 'utf8'),
    });
    return Object.assign(made, change);
  };
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
    ['coverage', new Engine(whole, { coverage: 0 })],
  ];
  return variants.map(([without, engine]) => ({ without, engine }));
}
