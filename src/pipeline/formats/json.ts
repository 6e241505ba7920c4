import type { VFileMessage } from 'vfile-message';
import { message } from '../../model/messages.ts';
import type { RawRecord } from '../../model/record.ts';
import type { Staged } from '../../model/staged.ts';
import type { Dump } from '../import-dumps.ts';

/** Whether a text is JSON Lines (its first line is an object), or one JSON array of objects. */
export function isJson(text: string): boolean {
  const [start = ''] = /^\s*(?:\[\s*)?\{\s*"[^"\n]*"\s*:/.exec(text) ?? [];
  if (start === '') return false;
  return parseJson(start.trimStart().startsWith('[') ? text : (text.trimStart().split('\n', 1)[0] ?? '')) !== undefined;
}

/**
 * Read titles and abstracts from JSON Lines (an object a line), or from an array of objects. Other keys are not read.
 *
 * Messages: `missing-title`, `missing-abstract`, `unreadable-record` for a line that is no such object.
 */
export function readJson({ name: dump, text }: Dump): Staged<RawRecord[]> {
  const output: RawRecord[] = [];
  const messages: VFileMessage[] = [];
  for (const { value, line } of valuesIn(text)) {
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
