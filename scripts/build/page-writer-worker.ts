import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { digestOfShown } from './last-pages.ts';
import type { PageFile, WrittenPage } from './page-writer.ts';

const out = workerData as string;

/** Writes pages beside the thread that renders them, and says when a batch is on the disk. */
parentPort?.on('message', (pages: PageFile[]) => parentPort?.postMessage(pages.map(write)));

function write({ file, html, shown }: PageFile): WrittenPage {
  const path = join(out, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, html);
  const { size, mtimeMs } = statSync(path);
  return { file, inputs: digestOfShown(shown), bytes: size, mtimeMs };
}
