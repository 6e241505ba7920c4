import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShownPaper } from '../catalogue/search-record.ts';

/** Files at most: some hosts take 20,000 a site. */
const MOST_FILES = 6000;

/** Where the browser finds what it shows of a paper: paper N of the listing, counted from 0, is in `fragment/DIGEST-(N / each).json`. */
export interface ShownFiles {
  /** Of all the texts: another build has other files, so that none is ever shown in another's place. */
  digest: string;
  /** Papers in a file. */
  each: number;
}

/**
 * Write what is kept of papers for showing them, in listing order, into a new folder.
 *
 * Pagefind would keep all that is indexed of a paper, its near words too: three times the bytes (Pagefind 1.6).
 */
export function writeShownPapers(papers: ShownPaper[], folder: string): ShownFiles {
  const each = Math.max(1, Math.ceil(papers.length / MOST_FILES));
  const texts = Array.from({ length: Math.ceil(papers.length / each) }, (_, file) =>
    JSON.stringify(papers.slice(file * each, (file + 1) * each)),
  );
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  const digest = hash.digest('hex').slice(0, 8);
  mkdirSync(folder, { recursive: true });
  // One after the other: at a time they take three times as long.
  texts.forEach((text, file) => writeFileSync(join(folder, `${digest}-${file}.json`), text));
  return { digest, each };
}
