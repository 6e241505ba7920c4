import { z } from 'astro/zod';
import type { VFileMessage } from 'vfile-message';
import { message } from './messages.ts';
import type { Staged } from './staged.ts';

/** What may happen to a paper, in the order in which the site tells it. */
export const CHANGES = ['added', 'edited', 'retagged', 'withdrawn', 'removed'] as const;

/** One line of content/ledger.jsonl. Keys that only the import needs may stand beside these. */
export const changeSchema = z.object({
  /** Which import saw it, counted from 1. No date: the same dumps give the same bytes on every day. */
  run: z.int().min(1),
  change: z.enum(CHANGES),
  /** Slug of the paper. */
  paper: z.string().min(1),
  /** What the paper is called after the change; of a removed one, what it was called last. */
  title: z.string().min(1),
  /** What was edited: `title`, `abstract`, `links`, … */
  fields: z.array(z.string().min(1)).default([]),
  /** Slugs of topics that a retagged paper has got, and of those that it lost. */
  gained: z.array(z.string().min(1)).default([]),
  lost: z.array(z.string().min(1)).default([]),
  /** Slug of the paper that a removed one was merged into, or is now. */
  to: z.string().min(1).optional(),
  /** Set when a person made the change; else the import did. */
  by: z.literal('person').optional(),
});

/** Something that happened to a paper. */
export type Change = z.infer<typeof changeSchema>;

/**
 * Read content/ledger.jsonl: one change a line, in the order in which they were seen, the first import first.
 *
 * @param text  What the file says; undefined where there is none, which is as good as an empty one.
 * @param file  Its path as the person knows it.
 * @returns The lines that are right. Messages: `invalid-ledger` for each that is not.
 */
export function readLedger(text: string | undefined, file: string): Staged<Change[]> {
  const output: Change[] = [];
  const messages: VFileMessage[] = [];
  (text ?? '').split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    const { success, data } = changeSchema.safeParse(parseJson(line));
    if (success) output.push(data);
    else messages.push(message('invalid-ledger', { file, line: at + 1 }, line.slice(0, 80)));
  });
  return { output, messages };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
