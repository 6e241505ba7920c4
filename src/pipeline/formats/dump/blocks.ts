import { PART_LABEL, readFurniture } from './furniture.ts';
import { habitsOf } from './habits.ts';
import { type Block, readLines } from './line.ts';
import { splitCells, undress, unquote } from './undress.ts';

/** Cut a dump into blocks, in order; lines that an editor or mailer wrapped at a fixed width are put together again. */
export function splitBlocks(text: string): Block[] {
  const lines = undress(tellFurniture(readLines(text)));
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

/** Tell the lines of the page, and what a label on a line of its own says of the next. */
function tellFurniture(read: Block[]): Block[] {
  const lines = splitCells(unquote(read));
  const habits = habitsOf(lines);
  for (const [at, line] of lines.entries()) {
    const beside = {
      above: lines[at - 1]?.text ?? '',
      below: lines[at + 1]?.text ?? '',
      isBelowFurniture: lines[at - 1]?.furniture !== undefined,
    };
    line.furniture = readFurniture(line, beside, habits);
    const label = PART_LABEL.exec(beside.above)?.[1]?.toLowerCase() as 'title' | 'abstract' | undefined;
    if (label !== undefined && line.furniture === undefined) line.part ??= label;
    if (/^get trending papers in your email inbox/i.test(line.text)) cutGluedHeader(lines[at - 1]);
  }
  return takeNamesAway(lines);
}

/** A dump without final newline, and another pasted behind it: the page's first word `new` hangs at the last abstract. */
function cutGluedHeader(last: Block | undefined): void {
  if (last !== undefined && last.furniture === undefined)
    last.text = last.text.replace(/(?<=[^\s\p{Ll}]|\p{Ll}{2}\.)new$/u, '').trimEnd();
}

/** Between the lines `Authors:` and `Abstract` stand names, each on a line of its own. */
function takeNamesAway(lines: Block[]): Block[] {
  for (const [at, { text }] of lines.entries()) {
    if (!/^authors?:?$/i.test(text)) continue;
    const end = lines
      .slice(at + 1, at + MOST_NAME_LINES)
      .findIndex((line) => line.text.length > LONGEST_NAME || /^abstract:?$/i.test(line.text));
    if (end < 0 || !/^abstract:?$/i.test(lines[at + 1 + end]?.text ?? '')) continue;
    for (const name of lines.slice(at, at + 2 + end)) name.furniture = { certain: true };
  }
  return lines;
}

const MOST_NAME_LINES = 400;
const LONGEST_NAME = 60;

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
  const { furniture } = line;
  const isOfPage = furniture?.certain || furniture?.standsAlone;
  if (above.furniture !== undefined || isOfPage || line.part !== undefined || above.text.length > width + SLACK) return false;
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
