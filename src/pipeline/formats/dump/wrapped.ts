import { findBorders } from './borders.ts';
import type { Block } from './line.ts';

/** Put lines together that an editor or mailer wrapped at a fixed width. */
export function unwrap(lines: Block[]): Block[] {
  const runs = adjacentRuns(lines);
  const widths = runs.map(wrapWidth);
  const usual = usualWidth(widths);
  const abstract = usualAbstract(runs, widths);
  return runs.flatMap((run, at) => {
    const width = widths[at] ?? usual;
    return width === undefined ? run : unwrapRun(run, width, abstract === undefined ? NONE : bordersIn(run, width, abstract));
  });
}

const NONE: ReadonlySet<Block> = new Set();

function unwrapRun(run: Block[], width: number, borders: ReadonlySet<Block>): Block[] {
  const blocks: Block[] = [];
  for (const [at, line] of run.entries()) {
    const above = run[at - 1];
    const open = blocks.at(-1);
    if (above && open && !borders.has(line) && isWrapped(above, line, width)) open.text += ` ${line.text}`;
    else blocks.push({ ...line });
  }
  return blocks;
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
  const lengths = run.filter(isBreakable).map((line) => Math.min(line.text.length, WIDEST + 1));
  const width = lengths.sort((a, b) => b - a)[Math.floor(STRAY * run.length)] ?? 0;
  if (width > WIDEST || width < NARROWEST) return undefined;
  const full = run.filter((line, index) => index + 1 < run.length && isFull(line, run[index + 1] as Block, width)).length;
  return full >= 0.6 * (run.length - 1) ? width : undefined;
}

/** The width for runs too short to tell, taken from the rest of the dump. */
function usualWidth(widths: (number | undefined)[]): number | undefined {
  const known = widths.filter((width) => width !== undefined).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)];
}

function isWrapped(above: Block, line: Block, width: number): boolean {
  const { furniture } = line;
  const isOfPage = furniture?.certain || furniture?.standsAlone;
  if (above.furniture !== undefined || isOfPage || line.part !== undefined || isTooLong(above, width)) return false;
  return (
    isFull(above, line, width) || (/^\p{Ll}/u.test(line.text) && !/[.!?]$/.test(above.text) && above.text.length > width / 2)
  );
}

/**
 * The usual length of an abstract, in letters, where wrapped runs hold titles and abstracts as a rule: then some of their
 * lines are not full. Every text ends in such a line, but for chance.
 */
function usualAbstract(runs: Block[][], widths: (number | undefined)[]): number | undefined {
  let wrapped = 0;
  let borders = 0;
  let letters = 0;
  for (const [at, run] of runs.entries()) {
    const width = widths[at];
    if (width === undefined) continue;
    wrapped += 1;
    for (const { text } of run) letters += text.length + 1;
    borders += run.filter((line, at) => at + 1 < run.length && !isFull(line, run[at + 1] as Block, width)).length;
  }
  const papers = (borders / NOT_FULL + wrapped) / 2;
  return wrapped > 0 && borders >= 0.5 * wrapped ? Math.max(SHORTEST, letters / papers - TITLE) : undefined;
}

/** Lines of a run that begin a title or an abstract, between lines of the page and those that it labels. */
function bordersIn(run: Block[], width: number, usualLetters: number): ReadonlySet<Block> {
  const borders = new Set<Block>();
  let stretch: Block[] = [];
  const close = (): void => {
    const areFull = stretch.slice(1).map((next, at) => isFull(stretch[at] as Block, next, width));
    const texts = stretch.map(({ text }) => text);
    if (texts.length > 1) for (const at of findBorders(texts, areFull, usualLetters)) borders.add(stretch[at] as Block);
    stretch = [];
  };
  for (const line of run) {
    const { furniture, part } = line;
    if (furniture?.certain || furniture?.standsAlone || part !== undefined || isTooLong(line, width)) close();
    else stretch.push(line);
  }
  close();
  return borders;
}

/** Whether the next line's first word would not have fitted behind this one. */
function isFull(line: Block, next: Block, width: number): boolean {
  const word = next.text.search(/\s|$/);
  return line.text.length + 1 + word > width - SLACK;
}

function isTooLong(line: Block, width: number): boolean {
  return line.text.length > width + SLACK && isBreakable(line);
}

/** An address may be longer than any line. */
function isBreakable({ text }: Block): boolean {
  return text.includes(' ');
}

/** Share of the last lines of texts that are not full. */
const NOT_FULL = 0.85;
/** Letters of a title, and of a short abstract. */
const TITLE = 80;
const SHORTEST = 200;
/** Share of lines that may be longer than the width at which the others were wrapped. */
const STRAY = 0.01;
const WIDEST = 160;
const NARROWEST = 40;
/** Wrapping counts tabs, accents and trailing spaces differently from us. */
const SLACK = 4;
