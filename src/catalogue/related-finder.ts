import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Catalogue, ListedPaper } from './catalogue.ts';
import type { Shard } from '../model/shard.ts';
import type { RelatablePaper, Related } from './related.ts';
import type { RelatedNews, RelatedTask } from './related-worker.ts';

/** A paper that another one is related to, and why. */
export interface RelatedPaper {
  paper: ListedPaper;
  reasons: Related;
}

/** Finds the papers related to each paper, in a thread of its own, in the order of the catalogue. */
export class RelatedFinder {
  #asked: { of: Catalogue; bySlug: Map<string, ListedPaper>; search: Search } | undefined;
  /** The last search that is done. */
  #before: Search | undefined;
  readonly #shard: Shard;

  /** @param shard  The part of the site whose papers will be asked for. */
  constructor(shard: Shard) {
    this.#shard = shard;
  }

  /** Begin with a catalogue, unless it was the last one asked for. */
  find(catalogue: Catalogue): void {
    if (this.#asked?.of === catalogue) return;
    const search = new Search(catalogue.papers, this.#shard);
    search.done.then(
      () => (this.#before = search),
      () => undefined, // whoever waits for it is told
    );
    this.#asked = { of: catalogue, bySlug: new Map(catalogue.papers.map((paper) => [paper.slug, paper])), search };
  }

  /** Papers of the catalogue begun with, nearest first. */
  async relatedTo(paper: ListedPaper): Promise<RelatedPaper[]> {
    return this.#look((await this.#asked?.search.relatedTo(paper.slug)) ?? []);
  }

  /**
   * The same for one who edits, and must not wait: until those of an edited catalogue are found, as they were before.
   *
   * @param patienceMs  How long to wait for the first ones; none after that, but on the pages that are asked for later.
   */
  async lastRelatedTo(paper: ListedPaper, patienceMs: number): Promise<RelatedPaper[]> {
    if (this.#before) return this.#look(await this.#before.relatedTo(paper.slug));
    return Promise.race([this.relatedTo(paper), setTimeout(patienceMs, [])]);
  }

  #look(related: Related[]): RelatedPaper[] {
    return related.flatMap((reasons) => {
      const paper = this.#asked?.bySlug.get(reasons.slug);
      return paper ? [{ paper, reasons }] : [];
    });
  }
}

/** Node runs the sources as they are; builds and `npm run dev` are started from the project's folder. */
const WORKER = resolve('src/catalogue/related-worker.ts');

/** A thread's way through one catalogue, and what it has found so far. */
class Search {
  /** Settled when all are found. */
  readonly done: Promise<void>;
  readonly #worker: Worker;
  readonly #found = new Map<string, Related[]>();
  #isDone = false;

  constructor(papers: RelatablePaper[], shard: Shard) {
    const relatable = papers.map(({ slug, title, abstract, topics }) => ({
      ...{ slug, title, abstract },
      topics: topics.map(({ slug, strength }) => ({ slug, strength })), // without the evidence: the thread gets a copy of it all
    }));
    this.#worker = new Worker(WORKER, {
      workerData: { papers: relatable, shard } satisfies RelatedTask,
      // By itself V8 keeps three times as much for what is rubbish at once: 0.1 GB, for no time.
      resourceLimits: { maxYoungGenerationSizeMb: 32 },
    });
    this.done = new Promise((resolve, reject) => {
      this.#worker.on('message', ({ found, isLast }: RelatedNews) => {
        for (const [slug, related] of found) this.#found.set(slug, related);
        this.#isDone = isLast;
        if (isLast) resolve();
      });
      this.#worker.on('error', reject);
    });
  }

  /** Those of one paper, as soon as they are found; throws what went wrong with any. */
  async relatedTo(slug: string): Promise<Related[]> {
    while (!this.#found.has(slug) && !this.#isDone) await Promise.race([this.done, once(this.#worker, 'message')]);
    return this.#found.get(slug) ?? [];
  }
}
