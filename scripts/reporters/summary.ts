import { join } from 'node:path';
import type { Import, Tally } from '../../src/pipeline/import-dumps.ts';
import type { Write } from '../import/journal.ts';
import type { FileCounts } from './json.ts';

export function countFiles({ files, tally }: Import): FileCounts {
  return { written: files.length, unchanged: tally.papers - files.length };
}

/** What an import did, as a person reads it. */
export function toSummary(result: Import, writes: Write[], content: string): string {
  const { written, unchanged } = countFiles(result);
  const pasted = writes.filter(({ path }) => path.startsWith('dumps')).map(({ path }) => `Kept as ${join(content, path)}.\n`);
  const found = result.topics.length;
  const topics =
    found === 0
      ? ''
      : `There were no topics yet: ${found} were found in the papers and written to ${join(content, 'topics')}. Look them over.\n`;
  return `${pasted.join('')}${topics}${toEquation(result.tally)}\n${entries(written)} written, ${unchanged} unchanged.\n`;
}

/** What an import would do: every file that it would write, and the sum. */
export function toForecast(result: Import, writes: Write[], standing: Set<string>, content: string): string {
  const lines = writes.map(({ path }) => `would ${standing.has(path) ? 'change' : 'add'} ${join(content, path)}\n`);
  const sum = writes.length === 0 ? 'Nothing would change.' : `${writes.length} files would change. Nothing was written.`;
  return `${lines.join('')}${toEquation(result.tally)}\n${sum}\n`;
}

function toEquation({ records, papers, merged, reported }: Tally): string {
  return `${records} ${records === 1 ? 'record' : 'records'} = ${papers} ${papers === 1 ? 'paper' : 'papers'} + ${merged} merged + ${reported} reported.`;
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
