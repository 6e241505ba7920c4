import { PART_LABEL, readFurniture } from './furniture.ts';
import { habitsOf } from './habits.ts';
import { type Block, readLines } from './line.ts';
import { splitCells, undress, unquote } from './undress.ts';
import { unwrap } from './wrapped.ts';

/** Cut a dump into blocks, in order; lines that an editor or mailer wrapped at a fixed width are put together again. */
export function splitBlocks(text: string): Block[] {
  return unwrap(undress(tellFurniture(readLines(text))));
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
