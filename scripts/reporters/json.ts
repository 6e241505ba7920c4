import type { VFileMessage } from 'vfile-message';
import type { Tally } from '../../src/pipeline/import-dumps.ts';

/** How many entries an import wrote, and how many it left as they were. */
export interface FileCounts {
  written: number;
  unchanged: number;
}

/** The report of an import as JSON: its tally, its files and its messages. */
export function toJson(tally: Tally, files: FileCounts, messages: VFileMessage[]): string {
  const rows = messages.map(({ file, line, column, ruleId, fatal, reason, note }) => ({
    file,
    line: line ?? null,
    column: column ?? null,
    ruleId,
    severity: fatal === true ? 'error' : 'warning',
    reason,
    note,
  }));
  return `${JSON.stringify({ ...tally, files, messages: rows }, null, 2)}\n`;
}
