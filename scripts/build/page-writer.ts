import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A page that was made. */
export interface PageFile {
  /** Below the site's folder. */
  file: string;
  html: string;
  /** All that it shows, as JSON. */
  shown: string;
}

/** A page as it stands on the disk. */
export interface WrittenPage {
  file: string;
  /** Digest of what it shows. */
  inputs: string;
  bytes: number;
  mtimeMs: number;
}

const PAGES_A_BATCH = 50;
/** Batches under way at one time: that bounds the memory where rendering is faster than the disk. */
const MAX_BATCHES = 8;

/** Writes pages in a thread of its own: making folders and files takes a quarter of a build. */
export class PageWriter {
  readonly #worker: Worker;
  #batch: PageFile[] = [];
  #underWay = 0;
  #error: unknown;

  /**
   * @param out   The site's folder.
   * @param note  Told of each page that is on the disk.
   */
  constructor(out: string, note: (page: WrittenPage) => void) {
    this.#worker = new Worker(join(import.meta.dirname, 'page-writer-worker.ts'), {
      workerData: out,
      // Pages are rubbish as soon as they are written; by itself V8 keeps 0.1 GB of them.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    this.#worker.on('message', (written: WrittenPage[]) => {
      this.#underWay -= 1;
      written.forEach(note);
    });
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
    this.#worker.postMessage(this.#batch);
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
