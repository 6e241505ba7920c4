import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A file of the site. */
interface PageFile {
  path: string;
  html: string;
}

/** Pages on their way to the disk: their HTML one after another, in UTF-8, handed over without a copy. */
export interface Batch {
  bytes: Uint8Array<ArrayBuffer>;
  files: { path: string; from: number; to: number }[];
}

const PAGES_A_BATCH = 50;
/** Batches under way at one time: that bounds the memory where rendering is faster than the disk. */
const MAX_BATCHES = 8;

/** Writes pages in a thread of its own: making folders and files takes a quarter of a build. */
export class PageWriter {
  readonly #worker = new Worker(join(import.meta.dirname, 'page-writer-worker.ts'));
  #batch: PageFile[] = [];
  #underWay = 0;
  #error: unknown;

  constructor() {
    this.#worker.on('message', () => (this.#underWay -= 1));
    this.#worker.on('error', (error) => (this.#error = error));
  }

  /** Hand a page over. Waits only where too many are under way; throws what went wrong with any page before. */
  async write(file: PageFile): Promise<void> {
    this.#batch.push(file);
    if (this.#batch.length < PAGES_A_BATCH) return;
    this.#send();
    await this.#waitForLessThan(MAX_BATCHES);
  }

  /** Wait until all pages are on the disk. */
  async finish(): Promise<void> {
    this.#send();
    await this.#waitForLessThan(1);
  }

  /** Stop, whatever is still under way. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #send(): void {
    const batch = pack(this.#batch);
    this.#worker.postMessage(batch, [batch.bytes.buffer]);
    this.#batch = [];
    this.#underWay += 1;
  }

  async #waitForLessThan(batches: number): Promise<void> {
    while (this.#underWay >= batches || this.#error !== undefined) {
      if (this.#error !== undefined) throw this.#error;
      await once(this.#worker, 'message'); // throws as well when the worker fails meanwhile
    }
  }
}

function pack(pages: PageFile[]): Batch {
  // A UTF-16 unit takes three bytes at most.
  const bytes = new Uint8Array(pages.reduce((sum, { html }) => sum + html.length * 3, 0));
  const encoder = new TextEncoder();
  let from = 0;
  const files = pages.map(({ path, html }) => {
    const to = from + encoder.encodeInto(html, bytes.subarray(from)).written;
    const file = { path, from, to };
    from = to;
    return file;
  });
  return { bytes, files };
}
