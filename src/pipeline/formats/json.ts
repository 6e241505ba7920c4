import type { VFileMessage } from 'vfile-message';
import { message } from '../../model/messages.ts';
import type { RawRecord } from '../../model/record.ts';
import type { Staged } from '../../model/staged.ts';
import type { Dump } from '../import-dumps.ts';

/** Whether a text begins as an object of JSON does, or an array of them: as some titles do as well. */
export function beginsAsJson(text: string): boolean {
  return /^\s*(?:\[\s*)?\{\s*"[^"\n]*"\s*:/.test(text);
}

/**
 * Whether a text is JSON Lines, or one JSON array of objects: begun as such, and with a title or an abstract named near
 * the beginning or a first line that is whole. A slip of syntax must not make papers of its lines.
 */
export function isJson(text: string): boolean {
  return beginsAsJson(text) && (NAMED.test(text.slice(0, MOST_BEFORE_NAME)) || parseJson(firstLine(text)) !== undefined);
}

/**
 * Read titles and abstracts from JSON Lines (an object a line), or from an array of objects. Other keys are not read.
 *
 * Messages: `missing-title`, `missing-abstract`, `unreadable-record` for a line that is no such object, and the error
 * `unread-format` where neither the whole nor any line can be parsed.
 */
export function readJson({ name: dump, text }: Dump): Staged<RawRecord[]> {
  const output: RawRecord[] = [];
  const messages: VFileMessage[] = [];
  const values = [...valuesIn(text)];
  if (values.every(({ value }) => value === undefined))
    return { output, messages: [message('unread-format', { file: dump, line: 1 }, BROKEN)] };
  for (const { value, line } of values) {
    const title = textAt(value, 'title').replace(/\s+/g, ' ');
    const abstract = textAt(value, 'abstract');
    const place = { file: dump, line };
    if (value === undefined || title + abstract === '') messages.push(message('unreadable-record', place));
    else if (title === '') messages.push(message('missing-title', place, abstract.slice(0, MOST_CHARS)));
    else output.push({ dump, line, title, abstract, listed: undefined });
    if (title !== '' && abstract === '') messages.push(message('missing-abstract', place, title.slice(0, MOST_CHARS)));
  }
  return { output, messages };
}

const BROKEN = 'JSON with a slip of syntax (a comma too many, for instance)';
const NAMED = /[{,]\s*"(?:title|abstract)"\s*:/;
const MOST_BEFORE_NAME = 20_000;
const firstLine = (text: string): string => text.trimStart().split('\n', 1)[0] ?? '';

/** Of a text that is to be known by its beginning. */
const MOST_CHARS = 120;

/** The objects of a text, with their lines; undefined for what is none. Those of an array have the line of the array. */
function* valuesIn(text: string): Generator<{ value: unknown; line: number }> {
  const whole = text.trimStart().startsWith('[') ? parseJson(text) : undefined;
  if (Array.isArray(whole)) {
    for (const value of whole) yield { value, line: 1 };
    return;
  }
  for (const [at, raw] of text.split('\n').entries()) {
    const row = raw.trim();
    if (row !== '') yield { value: parseJson(row), line: at + 1 };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function textAt(value: unknown, key: string): string {
  const found = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' ? found.trim() : '';
}
