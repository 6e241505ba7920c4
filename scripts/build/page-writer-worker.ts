import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { PageFile } from './page-writer.ts';

/** Writes pages beside the thread that renders them, and says when a batch is on the disk. */
parentPort?.on('message', (pages: PageFile[]) => {
  for (const { path, html } of pages) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, html);
  }
  parentPort?.postMessage('written');
});
