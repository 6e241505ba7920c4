import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import type { VFileMessage } from 'vfile-message';
import { entrySchema, ENTRY_EXAMPLES } from './entry-schema.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { message } from './messages.ts';
import type { Entry } from './paper.ts';
import type { Span } from './record.ts';
import type { Staged } from './staged.ts';

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
  const { data, messages } = readFrontMatter(file, parts.yaml, entrySchema, ENTRY_EXAMPLES);
  const body = readBody(file, parts.body, parts.bodyLine);
  if (!data || !body.output) return { output: undefined, messages: [...messages, ...body.messages] };
  return { output: { slug, ...data, ...body.output, text }, messages: [] };
}

/** Read a body as the build does: MDX without GFM. Throws a VFileMessage where it is no MDX. */
export function parseBody(body: string): Root {
  return mdx.parse(body);
}

/** What a body says: its text, where that is emphasised, and whether it must be compiled. */
export interface BodyText {
  abstract: string;
  emphasis: Span[];
  isMdx: boolean;
  /** True when it holds more than paragraphs and emphasis: links, headings, lists, JSX. The import writes no such body. */
  isRich: boolean;
}

/** Take the plain text out of a body, paragraphs parted by a blank line. */
export function bodyToText(tree: Root): BodyText {
  const text: BodyText = { abstract: '', emphasis: [], isMdx: false, isRich: false };
  collect(tree, text);
  return text;
}

const mdx = remark().use(remarkMdx);

function readBody(file: string, body: string, bodyLine: number): Staged<BodyText | undefined> {
  try {
    return { output: bodyToText(parseBody(body)), messages: [] };
  } catch (error) {
    const { reason, line = 1, column } = error as VFileMessage;
    return { output: undefined, messages: [message('invalid-mdx', { file, line: line + bodyLine - 1, column }, reason)] };
  }
}

/** Nodes that an abstract is made of; all else makes a body rich. */
const PLAIN = new Set(['root', 'paragraph', 'text', 'emphasis']);

function collect(node: Nodes, into: BodyText): void {
  if (!PLAIN.has(node.type)) into.isRich = true;
  if (node.type.startsWith('mdx')) into.isMdx = true;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'code') {
    if (into.abstract !== '') into.abstract += '\n\n';
  }
  if (node.type === 'emphasis') {
    const start = into.abstract.length;
    for (const child of node.children) collect(child, into);
    if (into.abstract.length > start) into.emphasis.push({ start, end: into.abstract.length });
  } else if ('children' in node) {
    for (const child of node.children) collect(child, into);
  } else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    into.abstract += node.value.replace(/\s*\n\s*/g, ' ');
  } else if (node.type === 'break') {
    into.abstract += ' ';
  } else if (node.type === 'image') {
    into.abstract += node.alt ?? '';
  }
}
