import { parentPort, workerData } from 'node:worker_threads';
import { paths } from '../model/address.ts';
import { isInShard, type Shard } from '../model/shard.ts';
import { findRelated, type RelatablePaper, type Related } from './related.ts';

/** What the thread is handed. */
export interface RelatedTask {
  papers: RelatablePaper[];
  /** Only for papers whose pages are in it they are looked for. */
  shard: Shard;
}

/** What the thread tells from time to time. */
export interface RelatedNews {
  /** Since it told last, by slug. */
  found: [slug: string, related: Related[]][];
  isLast: boolean;
}

/** So many that telling costs little, and so few that pages can be made meanwhile. */
const PAPERS_AT_ONCE = 250;

/** Finds related papers beside the thread that renders pages. */
const { papers, shard } = workerData as RelatedTask;
const tell = (news: RelatedNews): void => parentPort?.postMessage(news);
let found: RelatedNews['found'] = [];
for (const one of findRelated(papers, undefined, (slug) => isInShard(paths.paper(slug), shard))) {
  if (found.push(one) < PAPERS_AT_ONCE) continue;
  tell({ found, isLast: false });
  found = [];
}
tell({ found, isLast: true });
