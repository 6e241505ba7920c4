import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { PageFile } from './page-writer.ts';

/** Writes pages beside the thread that renders them, and says when a batch is on the disk. */
parentPort?.on('message', (batch: PageFile[]) => {
  for (const file of batch) {
    mkdirSync(dirname(file.path), { recursive: true });
    if ('html' in file) writeFileSync(file.path, file.html);
    else takeOver(file.from, file.path);
  }
  parentPort?.postMessage('written');
});

/** The old name goes with the old site: nothing ever writes into a file that two sites share. */
function takeOver(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // a disk without links, or another disk
  }
}
