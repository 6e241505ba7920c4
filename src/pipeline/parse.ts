import { message } from '../model/messages.ts';
import type { RawRecord } from '../model/record.ts';
import type { Staged } from '../model/staged.ts';
import { readDump } from './formats/dump.ts';
import { isJson, readJson } from './formats/json.ts';
import type { Dump } from './import-dumps.ts';

/**
 * Read the records out of a dump, in its order, every one with a title: a pasted page, or JSON.
 *
 * A title without abstract gives a record with an empty one and `missing-abstract`; an abstract without title
 * gives no record but the message `missing-title`, which stands for it in the tally. `unread-format` is an error.
 */
export function parse(dump: Dump): Staged<RawRecord[]> {
  const unread = UNREAD.find(([pattern]) => pattern.test(dump.text))?.[1];
  if (unread !== undefined) return { output: [], messages: [message('unread-format', { file: dump.name, line: 1 }, unread)] };
  return isJson(dump.text) ? readJson(dump) : readDump(dump);
}

/** What would be read as one strange paper after another, by its first line. */
const UNREAD: [RegExp, string][] = [
  [/^\s*<(?:!doctype html|html\b[^>]*>\s*<head)\b/i, 'a page of HTML'],
  [/^\s*<\?xml /, 'XML'],
  [/^\s*(?:%.*\n\s*)*@[a-zA-Z]+\s*\{[^\n]*,?\n\s*[a-zA-Z]+\s*=/, 'BibTeX'],
  [/^\s*TY {2}- /, 'RIS'],
  [/^(?=[^\n]*\btitle\b)(?=[^\n]*\babstract\b)\s*["\w -]+(?:[,;]["\w -]+)+\r?(?:\n|$)/i, 'CSV'],
];
