import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { startPagefind } from '../../../src/search/pagefind.ts';
import type { Pagefind } from '../../../src/search/pagefind.ts';

/** Pagefind's browser part over an index on disk. It fetches its files by path: for as long as the process lives, `fetch` reads those. */
export async function openPagefind(folder: string, parts = 1): Promise<Pagefind> {
  globalThis.fetch = async (address) => new Response(await readFile(String(address).replace(/\?.*$/, '')));
  const engine = (await import(`${pathToFileURL(folder).href}pagefind.js`)) as Pagefind;
  await startPagefind(engine, folder, parts);
  return engine;
}
