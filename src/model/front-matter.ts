import type { z } from 'astro/zod';
import type { VFileMessage } from 'vfile-message';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { message } from './messages.ts';

/** A file cut in two: YAML between two lines `---`, and the body below. */
export interface Parts {
  yaml: string;
  body: string;
  /** Line of the file on which the body begins, counted from 1. */
  bodyLine: number;
}

/** Cut a file at its front matter; undefined when it does not begin with one. */
export function splitFrontMatter(text: string): Parts | undefined {
  const found = /^\uFEFF?---[ \t]*\r?\n(|[\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) return undefined;
  return { yaml: found[1] ?? '', body: text.slice(found[0].length), bodyLine: countLines(found[0]) };
}

/**
 * Read a file's front matter by a schema: every problem with the file, the line and the key it stands on, the
 * value as it stands, and what to write instead.
 *
 * @param examples  What a right value of each top-level key looks like, for the messages.
 * @returns No data when anything is wrong.
 */
export function readFrontMatter<T>(
  file: string,
  yaml: string,
  schema: z.ZodType<T>,
  examples: Record<string, string>,
): { data: T | undefined; messages: VFileMessage[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number) => ({ file, line: lines.linePos(offset).line + 1, column: lines.linePos(offset).col });
  if (document.errors.length > 0) {
    const messages = document.errors.map((error) => message('invalid-yaml', placeAt(error.pos[0]), error.message));
    return { data: undefined, messages };
  }
  const raw = (document.toJS() ?? {}) as unknown;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { data: parsed.data, messages: [] };
  const messages = parsed.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return keys.map((path) => {
      const place = placeAt(offsetOf(document, path));
      const name = path.join('.') || 'front matter';
      if (issue.code === 'unrecognized_keys') return message('unknown-key', place, name, Object.keys(examples));
      return message('invalid-value', place, name, valueAt(raw, path), examples[String(path[0])] ?? Object.keys(examples).join(', '));
    });
  });
  return { data: undefined, messages };
}

/** Where the value at a path begins, or the nearest thing around it that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
  return value;
}

function countLines(text: string): number {
  return text.split('\n').length;
}
