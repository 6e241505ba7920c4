import { parentPort, workerData } from 'node:worker_threads';
import { relatedPapers, type RelatablePaper } from './related.ts';

/** Finds related papers beside the thread that renders pages. */
parentPort?.postMessage(relatedPapers(workerData as RelatablePaper[]));
