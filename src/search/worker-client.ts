import type { Answer, Hit } from './engine.ts';
import type { SearchState } from './url-state.ts';
import type { Call } from './worker.ts';

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

/** The engine as the page sees it: the same calls, answered by the worker. It starts with the first call. */
export class WorkerClient {
  readonly #folder: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #calls = 0;
  #turns = 0;
  #searching: Promise<unknown> = Promise.resolve();

  /** @param base  Path that the site is served under, with both slashes. */
  constructor(base: string) {
    this.#folder = `${base}pagefind/`;
  }

  /**
   * One search runs at a time: a reader who types fast waits for the last one alone.
   *
   * @returns Nothing when another was asked for before its turn came.
   */
  async search(state: SearchState, count: number): Promise<Answer | undefined> {
    const turn = ++this.#turns;
    await this.#searching;
    if (turn !== this.#turns) return undefined;
    const answer = this.#call<Answer>({ name: 'search', args: [state, count] });
    this.#searching = answer.catch(() => undefined);
    return answer;
  }

  hits(state: SearchState, from: number, to: number): Promise<Hit[]> {
    return this.#call({ name: 'hits', args: [state, from, to] });
  }

  facets(state: SearchState, topics: string[]): Promise<Record<string, number>> {
    return this.#call({ name: 'facets', args: [state, topics] });
  }

  /** Forget the worker with all that it could not fetch; the next call starts another. */
  restart(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#giveUp('The search worker was stopped.');
  }

  #call<T>(call: Call): Promise<T> {
    this.#worker ??= this.#start();
    const id = ++this.#calls;
    this.#worker.postMessage({ id, call });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: this.#folder });
    worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; result: never; error?: string }>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.error === undefined) waiting?.resolve(data.result);
      else waiting?.reject(new Error(data.error));
    });
    worker.addEventListener('error', () => this.#giveUp('The search worker could not start.'));
    return worker;
  }

  #giveUp(why: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}
