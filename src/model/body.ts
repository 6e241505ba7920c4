import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import type { Span } from './record.ts';

/** What a body says: its text, where that is emphasised, and what else there is in it. */
export interface BodyText {
  /** Plain text, paragraphs parted by a blank line. */
  abstract: string;
  emphasis: Span[];
  /** True when it holds JSX, an expression or ESM, and must be compiled. */
  isMdx: boolean;
  /** True when it holds more than paragraphs and emphasis: links, headings, lists, JSX. The import writes no such body. */
  isRich: boolean;
}

/** Read a body's text. Throws a VFileMessage where it is no MDX. */
export function readBody(body: string): BodyText {
  const plain = readPlainBody(body);
  return plain === undefined ? bodyToText(parseBody(body)) : { abstract: plain, emphasis: [], isMdx: false, isRich: false };
}

/** Parse a body as the build does: MDX without GFM. Throws a VFileMessage where it is no MDX. */
export function parseBody(body: string): Root {
  return mdx.parse(body);
}

/** Take the plain text out of a body. */
export function bodyToText(tree: Root): BodyText {
  const text: BodyText = { abstract: '', emphasis: [], isMdx: false, isRich: false };
  collect(tree, text);
  return text;
}

/**
 * The text of a body that is nothing but paragraphs of one line each, as parsing would give it, for 0.3 ms less.
 *
 * @returns Undefined for any other body.
 */
export function readPlainBody(body: string): string | undefined {
  const paragraphs = body.trim() === '' ? [] : body.replace(/^\n+|\n+$/g, '').split('\n\n');
  if (!paragraphs.every((paragraph) => PLAIN_PARAGRAPH.test(paragraph) && !ESM_START.test(paragraph))) return undefined;
  return paragraphs.join('\n\n').replace(ESCAPED, '$1');
}

/**
 * Begins with a letter, a quote or a bracket; then no character that can begin markup, unless after a backslash. Before
 * other characters than punctuation a backslash is one (`\of`).
 */
const PLAIN_PARAGRAPH =
  /^[\p{L}"'“‘(](?:[^\\`*_{<&[\p{Cc}]|\\[!-/:-@[-`{-~]|\\(?=[^!-/:-@[-`{-~\p{Cc}])|&(?![#A-Za-z]))*(?<!\s)$/u;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** What MDX takes for ESM at the start of a line. */
const ESM_START = /^(?:import|export) /;

const mdx = remark().use(remarkMdx);

/** Nodes that an abstract is made of; all else makes a body rich. */
const PLAIN_NODES = new Set(['root', 'paragraph', 'text', 'emphasis']);
/** Nodes whose text stands by itself. */
const BLOCKS = new Set(['paragraph', 'heading', 'code']);

function collect(node: Nodes, into: BodyText): void {
  if (!PLAIN_NODES.has(node.type)) into.isRich = true;
  if (node.type.startsWith('mdx')) into.isMdx = true;
  if (BLOCKS.has(node.type) && into.abstract !== '') into.abstract += '\n\n';
  const start = into.abstract.length;
  if ('children' in node) {
    for (const child of node.children) collect(child, into);
  } else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    into.abstract += node.value.replace(/\s*\n\s*/g, ' ');
  } else if (node.type === 'break') {
    into.abstract += ' ';
  } else if (node.type === 'image') {
    into.abstract += node.alt ?? '';
  }
  if (node.type === 'emphasis' && into.abstract.length > start) into.emphasis.push({ start, end: into.abstract.length });
}
