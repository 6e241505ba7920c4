import { Engine } from './engine.ts';
import type { Pagefind } from './pagefind.ts';

/** What the page may ask of the worker. Every call is answered in order. */
export type Call = { [Name in 'search' | 'hits' | 'facets']: { name: Name; args: Parameters<Engine[Name]> } }[
  'search' | 'hits' | 'facets'];

/** Pagefind and the ranking run here, so that typing is never held up. The worker's name is the folder of the index. */
const engine = start(self.name);

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; call: Call }>) => void answer(data));

async function answer({ id, call }: { id: number; call: Call }): Promise<void> {
  try {
    const ready = await engine;
    const method = ready[call.name] as (...args: unknown[]) => Promise<unknown>;
    self.postMessage({ id, result: await method.apply(ready, call.args) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
}

async function start(basePath: string): Promise<Engine> {
  const address = `${basePath}pagefind.js`; // in a variable: Vite must not resolve it
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ basePath });
  await pagefind.init();
  return new Engine(pagefind);
}
