import type { Furniture } from './furniture.ts';

/** A stretch of a dump that is one piece of a paper (a title, a paragraph) or of the page around: mostly one line. */
export interface Block {
  text: string;
  /** Its first line, counted from 1. */
  line: number;
  /** Whether a blank line, or the file's beginning, is above it. */
  spaced: boolean;
  furniture?: Furniture | undefined;
  /** What the page says that it is, by a label, a number or a heading. */
  part?: Part | undefined;
}

/** A paragraph goes on with the abstract above it. */
export type Part = 'title' | 'abstract' | 'paragraph';

/** Longer ones are text of an abstract, whatever else they may be. */
export const LONG_LINE = 150;

/** The lines of a text that are not blank, trimmed. */
export function readLines(text: string): Block[] {
  const lines: Block[] = [];
  let spaced = true;
  for (const [at, raw] of text.split(/\r\n|[\n\r]/).entries()) {
    const line = raw.trim();
    if (line !== '') lines.push({ text: line, line: at + 1, spaced });
    spaced = line === '';
  }
  return lines;
}
