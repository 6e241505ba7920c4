import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Catalogue, ListedPaper } from './catalogue.ts';
import type { Shard } from '../model/shard.ts';
import type { RelatablePaper, Related } from './related.ts';
import type { RelatedTask } from './related-worker.ts';

/** A paper that another one is related to, and why. */
export interface RelatedPaper {
  paper: ListedPaper;
  reasons: Related;
}

/** Node runs the sources as they are; builds and `npm run dev` are started from the project's folder. */
const WORKER = resolve('src/catalogue/related-worker.ts');

type Found = Map<string, Related[]>;

/** Finds the papers related to each paper, in a thread of its own: at 10,000 papers that takes as long as their pages. */
export class RelatedFinder {
  #asked: { of: Catalogue; bySlug: Map<string, ListedPaper>; found: Promise<Found> } | undefined;
  /** What was found for the catalogue as it was before. */
  #before: Promise<Found> | undefined;
  readonly #shard: Shard;

  /** @param shard  The part of the site whose papers will be asked for. */
  constructor(shard: Shard) {
    this.#shard = shard;
  }

  /** Begin with a catalogue, unless it was the last one asked for. */
  find(catalogue: Catalogue): void {
    if (this.#asked?.of === catalogue) return;
    const found = findIn(catalogue.papers, this.#shard);
    found.then(
      () => (this.#before = found),
      () => undefined, // whoever waits for it is told
    );
    this.#asked = { of: catalogue, bySlug: new Map(catalogue.papers.map((paper) => [paper.slug, paper])), found };
  }

  /** Papers of the catalogue begun with, nearest first. */
  async relatedTo(paper: ListedPaper): Promise<RelatedPaper[]> {
    return this.#look(paper, this.#asked?.found);
  }

  /**
   * The same for one who edits, and must not wait: until those of an edited catalogue are found, as they were before.
   *
   * @param patienceMs  How long to wait for the first ones; none after that, but on the pages that are asked for later.
   */
  async lastRelatedTo(paper: ListedPaper, patienceMs: number): Promise<RelatedPaper[]> {
    return this.#look(paper, this.#before ?? Promise.race([this.#asked?.found, setTimeout(patienceMs, undefined)]));
  }

  async #look({ slug }: ListedPaper, found: Promise<Found | undefined> | undefined): Promise<RelatedPaper[]> {
    const related = (await found)?.get(slug) ?? [];
    return related.flatMap((reasons) => {
      const paper = this.#asked?.bySlug.get(reasons.slug);
      return paper ? [{ paper, reasons }] : [];
    });
  }
}

async function findIn(papers: RelatablePaper[], shard: Shard): Promise<Found> {
  const relatable = papers.map(({ slug, title, abstract, topics }) => ({
    ...{ slug, title, abstract },
    topics: topics.map(({ slug, strength }) => ({ slug, strength })), // without the evidence: the thread gets a copy of it all
  }));
  const worker = new Worker(WORKER, { workerData: { papers: relatable, shard } satisfies RelatedTask });
  const [found] = (await once(worker, 'message')) as [Found]; // an error in the worker is thrown here
  return found;
}
