import type { VFileMessage } from 'vfile-message';
import type { Tally } from '../../src/pipeline/import-dumps.ts';
import { severityOf } from './terminal.ts';

/** What became of the entries of an import. */
export interface FileCounts {
  written: number;
  unchanged: number;
  /** With `--check`: how many would have been written. */
  wouldWrite?: number;
}

/** The report of an import as JSON: its tally, its files and its messages. */
export function toJson(tally: Tally, files: FileCounts, messages: VFileMessage[]): string {
  const rows = messages.map((each) => ({
    file: each.file,
    line: each.line ?? null,
    column: each.column ?? null,
    ruleId: each.ruleId,
    severity: severityOf(each),
    reason: each.reason,
    note: each.note,
  }));
  return `${JSON.stringify({ ...tally, files, messages: rows }, null, 2)}\n`;
}
