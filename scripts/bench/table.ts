import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Cost } from './measure.ts';

/** What lies in a folder when a stage is done. */
export interface Yield {
  pages: number;
  files: number;
  megabytes: number;
}

/** A line of the report: a stage of ours or a peer. */
export interface Row extends Partial<Yield> {
  name: string;
  cost: Cost;
}

/** Files of a folder: how many, how many of them pages, how large together (10⁶ bytes). */
export function yieldOf(folder: string): Yield {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  return { pages: files.filter(({ name }) => name.endsWith('.html')).length, files: files.length, megabytes: bytes / 1e6 };
}

/** The report as a table of fixed columns. */
export function toTable(rows: Row[]): string {
  const head = ['', 'seconds', 'CPU s', 'peak MB', 'tree MB', 'pages', 'files', 'MB'];
  const lines = rows.map(({ name, cost, pages, files, megabytes }) => [
    name,
    show(cost.wallS, 1),
    show(cost.cpuS, 1),
    show(cost.peakMb),
    show(cost.treeMb),
    show(pages),
    show(files),
    show(megabytes, 1),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  return [head, ...lines]
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
    .join('\n');
}

function show(figure: number | undefined, digits = 0): string {
  return figure === undefined
    ? ''
    : figure.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
