import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { readEntry } from '../src/model/entry.ts';
import { readLedger } from '../src/model/ledger.ts';
import { message } from '../src/model/messages.ts';
import type { Entry } from '../src/model/paper.ts';
import { readRedirect, type Redirect } from '../src/model/redirect.ts';
import type { Staged } from '../src/model/staged.ts';
import { readTopic } from '../src/model/topic-file.ts';
import type { Topic } from '../src/model/topic.ts';

/** Every entry of DIR/papers, by slug. */
export function readEntries(content: string): Staged<Entry[]> {
  return readMdxFiles(join(content, 'papers'), readEntry);
}

/** Every topic of DIR/topics, by slug; none when there is no such folder. */
export function readTopics(content: string): Staged<Topic[]> {
  return readMdxFiles(join(content, 'topics'), readTopic);
}

/** Every old address in DIR/redirects, by slug; none when there is no such folder. */
export function readRedirects(content: string): Staged<Redirect[]> {
  return readMdxFiles(join(content, 'redirects'), readRedirect);
}

/** DIR/ledger.jsonl as text, empty where there is none. Messages: `invalid-ledger` for each line that is none. */
export function readLedgerText(content: string): Staged<string> {
  const file = join(content, 'ledger.jsonl');
  const { output, messages } = existsSync(file) ? readText(file) : { output: '', messages: [] };
  return { output, messages: [...messages, ...readLedger(output, file).messages] };
}

function readMdxFiles<T>(folder: string, read: (slug: string, text: string, file: string) => Staged<T | undefined>): Staged<T[]> {
  const output: T[] = [];
  const messages: VFileMessage[] = [];
  const names = listMdx(folder);
  messages.push(...names.messages);
  for (const name of names.output) {
    const file = join(folder, name);
    const text = readText(file);
    messages.push(...text.messages);
    if (text.messages.length > 0) continue;
    const staged = read(name.slice(0, -'.mdx'.length), text.output, file);
    if (staged.output) output.push(staged.output);
    messages.push(...staged.messages);
  }
  return { output, messages };
}

function listMdx(folder: string): Staged<string[]> {
  try {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return { output: names.filter((name) => name.endsWith('.mdx')).sort(), messages: [] };
  } catch (error) {
    return { output: [], messages: [unreadable(folder, error)] };
  }
}

/** A file's text; empty with `unreadable-file` or `not-a-file` where it cannot be read. */
function readText(file: string): Staged<string> {
  try {
    return { output: readFileSync(file, 'utf8'), messages: [] };
  } catch (error) {
    return { output: '', messages: [unreadable(file, error)] };
  }
}

function unreadable(file: string, error: unknown): VFileMessage {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  if (code === 'ENOTDIR') return message('not-a-folder', { file });
  return code === 'EISDIR' ? message('not-a-file', { file }) : message('unreadable-file', { file }, code);
}
