import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, openSync, closeSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Writes N real papers as a dump; it lies beside the project, for its texts are not the project's. */
export const MAKE_DUMP = join('..', 'shared', 'corpora', 'make-dump');

/**
 * A content directory without entries: N real papers as one dump, with the topics and what is learnt of `content`.
 *
 * @param folder  Where to put it; what is there is replaced, but for the dump, which stays the same for one N.
 */
export function makeCorpus(n: number, folder: string): void {
  const dump = join(folder, 'dumps', `papers-${n}.txt`);
  mkdirSync(join(folder, 'dumps'), { recursive: true });
  if (!existsSync(dump)) writeDump(n, dump);
  for (const part of ['topics', 'learned', 'papers', 'ledger.jsonl'])
    rmSync(join(folder, part), { recursive: true, force: true });
  for (const part of ['topics', 'learned'])
    if (existsSync(join('content', part))) cpSync(join('content', part), join(folder, part), { recursive: true });
}

function writeDump(n: number, path: string): void {
  const file = openSync(`${path}.tmp`, 'w');
  try {
    execFileSync(MAKE_DUMP, [String(n)], { stdio: ['ignore', file, 'inherit'] });
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.tmp`, path);
}
