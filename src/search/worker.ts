import { Engine } from './engine.ts';
import { openIndexFiles } from './index-files.ts';
import { IndexReader } from './index-reader.ts';
import { startPagefind } from './pagefind.ts';
import type { Pagefind } from './pagefind.ts';

/** What the page may ask of the worker: of searches one at a time (WorkerClient). */
export type Call = { [Name in 'search' | 'hits' | 'facets']: { name: Name; args: Parameters<Engine[Name]> } }[
  'search' | 'hits' | 'facets'];

/** Pagefind and the ranking run here, so that typing is never held up. The worker's name is the folder of the index. */
const engine = start(self.name);
const missingFile = watchFetch();

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; call: Call }>) => void answer(data));

async function answer({ id, call }: { id: number; call: Call }): Promise<void> {
  try {
    const ready = await engine;
    const method = ready[call.name] as (...args: unknown[]) => Promise<unknown>;
    const result = await method.apply(ready, call.args);
    const missing = missingFile();
    if (missing !== undefined) throw new Error(`${missing} could not be fetched.`);
    self.postMessage({ id, result });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
}

async function start(basePath: string): Promise<Engine> {
  const address = `${basePath}pagefind.js`; // in a variable: Vite must not resolve it
  const files = openIndexFiles(async (path) => (await self.fetch(`${basePath}../${path}`)).text());
  const [pagefind, { parts }] = await Promise.all([import(/* @vite-ignore */ address) as Promise<Pagefind>, files.parts()]);
  await startPagefind(pagefind, basePath, parts.length);
  return new Engine(new IndexReader(pagefind, files));
}

/**
 * Notice what cannot be fetched: of a missing part of its index Pagefind only tells the console, and finds nothing
 * (Pagefind 1.6).
 *
 * @returns The address of the last file that could not be fetched, if any.
 */
function watchFetch(): () => string | undefined {
  const fetchFile = self.fetch.bind(self);
  let missing: string | undefined;
  self.fetch = async (...request) => {
    const response = await fetchFile(...request).catch((error: unknown) => {
      missing = String(request[0]);
      throw error;
    });
    if (!response.ok) missing = response.url;
    return response;
  };
  return () => missing;
}
