import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
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
  const output = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return { output, messages: readLedger(output, file).messages };
}

function readMdxFiles<T>(folder: string, read: (slug: string, text: string, file: string) => Staged<T | undefined>): Staged<T[]> {
  const output: T[] = [];
  const messages: VFileMessage[] = [];
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    return { output, messages: [message('not-a-folder', { file: folder })] };
  }
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mdx')) : [];
  for (const name of names.sort()) {
    const file = join(folder, name);
    const staged = read(name.slice(0, -'.mdx'.length), readFileSync(file, 'utf8'), file);
    if (staged.output) output.push(staged.output);
    messages.push(...staged.messages);
  }
  return { output, messages };
}
