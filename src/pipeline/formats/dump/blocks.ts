import type { Furniture } from './furniture.ts';
import { readFurniture } from './furniture.ts';

/** A stretch of a dump that is one piece of a paper (a title, a paragraph) or of the page around: mostly one line. */
export interface Block {
  text: string;
  /** Its first line, counted from 1. */
  line: number;
  /** Whether a blank line, or the file's beginning, is above it. */
  spaced: boolean;
  furniture?: Furniture | undefined;
}

/** Cut a dump into blocks, in order; lines that an editor or mailer wrapped at a fixed width are put together again. */
export function splitBlocks(text: string): Block[] {
  const lines = readLines(text);
  const usual = usualWrapWidth(lines);
  const blocks: Block[] = [];
  for (const run of adjacentRuns(lines)) {
    const width = wrapWidth(run) ?? usual;
    for (const [index, line] of run.entries()) {
      const open = blocks.at(-1);
      const above = run[index - 1];
      if (above !== undefined && open !== undefined && width !== undefined && isWrapped(above, line, width))
        open.text += ` ${line.text}`;
      else blocks.push({ ...line });
    }
  }
  return blocks;
}

function readLines(text: string): Block[] {
  const lines: Block[] = [];
  let spaced = true;
  let above = '';
  let number = 0;
  for (const raw of text.split(/\r\n|[\n\r]/)) {
    number += 1;
    const line = raw.trim();
    if (line === '') {
      spaced = true;
      continue;
    }
    const furniture = readFurniture(line, above, spaced);
    if (/^get trending papers in your email inbox/i.test(line)) cutGluedHeader(lines);
    lines.push({ text: line, line: number, spaced, furniture });
    above = line;
    spaced = false;
  }
  return lines;
}

/** A dump without final newline, and another pasted behind it: the page's first word `new` hangs at the last abstract. */
function cutGluedHeader(lines: Block[]): void {
  const last = lines.at(-1);
  if (last !== undefined && last.furniture === undefined)
    last.text = last.text.replace(/(?<=[^\s\p{Ll}]|\p{Ll}{2}\.)new$/u, '').trimEnd();
}

function adjacentRuns(lines: Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const line of lines) {
    if (line.spaced || runs.length === 0) runs.push([line]);
    else runs.at(-1)?.push(line);
  }
  return runs;
}

/** The width at which the lines of a run were wrapped; `undefined` when they were not, or are too few to tell. */
function wrapWidth(run: Block[]): number | undefined {
  if (run.length < 4) return undefined;
  const width = Math.max(...run.map((line) => Math.min(line.text.length, WIDEST + 1)));
  if (width > WIDEST || width < NARROWEST) return undefined;
  const full = run.filter((line, index) => index + 1 < run.length && isFull(line, run[index + 1] as Block, width)).length;
  return full >= 0.6 * (run.length - 1) ? width : undefined;
}

/** The width for runs too short to tell, taken from the rest of the dump. */
function usualWrapWidth(lines: Block[]): number | undefined {
  const widths = adjacentRuns(lines)
    .map(wrapWidth)
    .filter((width) => width !== undefined);
  return widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)];
}

function isWrapped(above: Block, line: Block, width: number): boolean {
  if (above.furniture !== undefined || line.furniture?.certain || above.text.length > width + SLACK) return false;
  return (
    isFull(above, line, width) || (/^\p{Ll}/u.test(line.text) && !/[.!?]$/.test(above.text) && above.text.length > width / 2)
  );
}

/** Whether the next line's first word would not have fitted behind this one. */
function isFull(line: Block, next: Block, width: number): boolean {
  const word = next.text.search(/\s|$/);
  return line.text.length + 1 + word > width - SLACK;
}

const WIDEST = 160;
const NARROWEST = 40;
/** Wrapping counts tabs, accents and trailing spaces differently from us. */
const SLACK = 4;
