import type { z } from 'astro/zod';
import type { VFileMessage } from 'vfile-message';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { message, type Place } from './messages.ts';
import { nearest } from './nearest.ts';
import { readPlainYaml } from './plain-yaml.ts';
import type { Staged } from './staged.ts';

/** A file cut in two: YAML between two lines `---`, and the body below. */
export interface Parts {
  /** Each of its lines ends in a line feed. */
  yaml: string;
  body: string;
  /** Line of the file on which the body begins, counted from 1. */
  bodyLine: number;
}

/** Cut a file at its front matter; undefined when it does not begin with one. */
export function splitFrontMatter(text: string): Parts | undefined {
  const found = /^\uFEFF?---[ \t]*\r?\n(|[\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) return undefined;
  return { yaml: found[1] ?? '', body: text.slice(found[0].length), bodyLine: found[0].split('\n').length };
}

/**
 * Read a file's front matter by a schema: every problem with the file, the line and the key it stands on, the
 * value as it stands, and what to write instead.
 *
 * @param examples  What a right value of each top-level key looks like, for the messages.
 * @returns No output when anything is wrong.
 */
export function readFrontMatter<T>(
  file: string,
  yaml: string,
  schema: z.ZodType<T>,
  examples: Record<string, string>,
): Staged<T | undefined> {
  const plain = schema.safeParse(readPlainYaml(yaml));
  if (plain.success) return { output: plain.data, messages: [] };
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => ({ file, line: lines.linePos(offset).line + 1, column: lines.linePos(offset).col });
  if (document.errors.length > 0) {
    return {
      output: undefined,
      messages: document.errors.map((error) => message('invalid-yaml', placeAt(error.pos[0]), error.message)),
    };
  }
  const parsed = schema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (parsed.success) return { output: parsed.data, messages: [] };
  const placeOf = (path: readonly PropertyKey[]) => placeAt(offsetOf(document, path));
  const messages = parsed.error.issues.flatMap((issue) => explain(issue, placeOf, examples));
  return { output: undefined, messages: messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function explain(
  issue: z.core.$ZodIssue,
  placeOf: (path: readonly PropertyKey[]) => Place,
  examples: Record<string, string>,
): VFileMessage[] {
  const keys = Object.keys(examples);
  const example = examples[String(issue.path[0])] ?? `one of ${keys.join(', ')}`;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const near = issue.path.length === 0 ? nearest(key, keys) : undefined;
      return message('unknown-key', placeOf(path), showPath(path), near, example);
    });
  }
  return [message('invalid-value', placeOf(issue.path), showPath(issue.path), issue.input, cure(issue, example))];
}

/** Keys with dots between them, places in lists counted from 1: `topics.1.strength`. */
function showPath(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
}

function cure(issue: z.core.$ZodIssue, example: string): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  const isUnquoted =
    issue.code === 'invalid_type' && issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input);
  return isUnquoted ? `it in quotes: "${String(issue.input)}"` : example;
}

/** Where the pair at a path begins, or the nearest thing around it that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}
