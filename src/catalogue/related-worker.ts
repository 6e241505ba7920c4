import { parentPort, workerData } from 'node:worker_threads';
import { paths } from '../model/address.ts';
import { isInShard, type Shard } from '../model/shard.ts';
import { relatedPapers, type RelatablePaper } from './related.ts';

/** What the thread is handed. */
export interface RelatedTask {
  papers: RelatablePaper[];
  /** Only for papers whose pages are in it they are looked for. */
  shard: Shard;
}

/** Finds related papers beside the thread that renders pages. */
const { papers, shard } = workerData as RelatedTask;
parentPort?.postMessage(relatedPapers(papers, undefined, (slug) => isInShard(paths.paper(slug), shard)));
