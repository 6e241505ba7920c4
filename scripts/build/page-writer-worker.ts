import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Batch } from './page-writer.ts';

/** Writes pages beside the thread that renders them, and says when a batch is on the disk. */
parentPort?.on('message', ({ bytes, files }: Batch) => {
  for (const { path, from, to } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes.subarray(from, to));
  }
  parentPort?.postMessage('written');
});
