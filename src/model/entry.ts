import type { VFileMessage } from 'vfile-message';
import { readBody, type BodyText } from './body.ts';
import { ENTRY_EXAMPLES, entrySchema } from './entry-schema.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { message } from './messages.ts';
import type { Entry } from './paper.ts';
import type { Staged } from './staged.ts';

export { parseBody } from './body.ts';

/**
 * Read one file of content/papers.
 *
 * @param slug  Its file name without `.mdx`.
 * @param file  Its path, for messages.
 * @returns No entry when the file is broken; messages then name the line, the key, the value and the cure.
 */
export function readEntry(slug: string, text: string, file = `${slug}.mdx`): Staged<Entry | undefined> {
  const parts = splitFrontMatter(text);
  if (!parts) return { output: undefined, messages: [message('no-front-matter', { file, line: 1 })] };
  const front = readFrontMatter(file, parts.yaml, entrySchema, ENTRY_EXAMPLES);
  const body = readBodyAt(file, parts.bodyLine, parts.body);
  const messages = [...front.messages, ...body.messages];
  if (!front.output || !body.output) return { output: undefined, messages };
  return { output: { slug, ...front.output, ...body.output, text }, messages };
}

/** Read a file's body. @param bodyLine  Line of the file on which it begins. */
export function readBodyAt(file: string, bodyLine: number, body: string): Staged<BodyText | undefined> {
  try {
    return { output: readBody(body), messages: [] };
  } catch (error) {
    const { reason, line = 1, column } = error as VFileMessage;
    return { output: undefined, messages: [message('invalid-mdx', { file, line: line + bodyLine - 1, column }, reason)] };
  }
}
