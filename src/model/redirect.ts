import { z } from 'astro/zod';
import { readBodyAt } from './entry.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { message } from './messages.ts';
import type { Staged } from './staged.ts';

/** Front matter of content/redirects/SLUG.mdx, where SLUG is an address that a paper no longer has. */
const redirectSchema = z.strictObject({
  /** What the paper was called when it stood there. */
  title: z.string().trim().min(1),
  /** Slug of the paper that stands for it now. Without it the paper was removed, and its page says so. */
  to: z.string().trim().min(1).optional(),
});

/** An old address of a paper, and where it leads. */
export interface Redirect extends z.infer<typeof redirectSchema> {
  /** The old address. */
  slug: string;
  /** A person's words for readers, on why: the file's body as plain text. Mostly empty. */
  why: string;
}

/**
 * Read one file of content/redirects.
 *
 * @param slug  Its file name without `.mdx`.
 * @param file  Its path, for messages.
 * @returns Nothing when the file is broken; messages then name the line, the key, the value and the cure.
 */
export function readRedirect(slug: string, text: string, file = `${slug}.mdx`): Staged<Redirect | undefined> {
  const parts = splitFrontMatter(text);
  if (!parts) return { output: undefined, messages: [message('no-front-matter', { file, line: 1 })] };
  const front = readFrontMatter(file, parts.yaml, redirectSchema, EXAMPLES);
  const body = readBodyAt(file, parts.bodyLine, parts.body);
  const messages = [...front.messages, ...body.messages];
  if (!front.output || !body.output) return { output: undefined, messages };
  return { output: { slug, ...front.output, why: body.output.abstract }, messages };
}

const EXAMPLES: Record<keyof z.infer<typeof redirectSchema>, string> = {
  title: 'title: "Attention Is All You Need"',
  to: 'to: attention-is-all-you-need',
};
