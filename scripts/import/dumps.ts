import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { message } from '../../src/model/messages.ts';
import type { Staged } from '../../src/model/staged.ts';

/** A dump as bytes. */
export interface DumpFile {
  /** File name; with its folder where two that are read have the same. */
  name: string;
  /** As the person knows it. */
  path: string;
  bytes: Buffer;
}

/** Read the dumps that the command names. Messages: `unreadable-file` for each that cannot be read. */
export function readDumpFiles(paths: string[]): Staged<DumpFile[]> {
  const output: DumpFile[] = [];
  const messages: VFileMessage[] = [];
  const seen = new Set<string>();
  const counts = Map.groupBy(paths, (path) => basename(path));
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      const real = realpathSync(path);
      if (seen.has(real)) continue;
      seen.add(real);
      const isShared = new Set(counts.get(basename(path))).size > 1;
      output.push({ name: isShared ? path : basename(path), path, bytes: readFileSync(path) });
    } catch (error) {
      messages.push(unreadable(path, error));
    }
  }
  return { output, messages };
}

/**
 * Files of DIR/dumps in order of their names; its README and hidden files are none. Messages: `skipped-folder`,
 * `skipped-device`, `no-dumps`, `unreadable-file` for the folder itself.
 */
export function listDumps(content: string): Staged<string[]> {
  const folder = join(content, 'dumps');
  let names: string[];
  try {
    names = existsSync(folder) ? readdirSync(folder) : [];
  } catch (error) {
    return {
      output: [],
      messages: [isCode(error, 'ENOTDIR') ? message('not-a-folder', { file: folder }) : unreadable(folder, error)],
    };
  }
  const paths = names
    .filter((name) => !name.startsWith('.') && name.toLowerCase() !== 'readme.md')
    .sort()
    .map((name) => join(folder, name));
  const skipped = new Map(paths.flatMap((path): [string, VFileMessage][] => skip(path).map((why) => [path, why])));
  return {
    output: paths.filter((path) => !skipped.has(path)),
    messages: paths.length === 0 ? [message('no-dumps', { file: folder })] : [...skipped.values()],
  };
}

/** Why a path among the dumps is not read; nothing for a file, and for what only reading it tells. */
function skip(path: string): VFileMessage[] {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return [message('skipped-folder', { file: path })];
    // A pipe nobody writes to would never end; one that is named is meant.
    return stats.isFile() ? [] : [message('skipped-device', { file: path })];
  } catch {
    return [];
  }
}

function unreadable(path: string, error: unknown): VFileMessage {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code !== 'ENOENT') return message('unreadable-file', { file: path }, code);
  // Node puts U+FFFD where a name is not UTF-8, and finds no file of that name.
  const why = path.includes('\ufffd') ? 'EILSEQ' : isLink(path) ? 'DANGLING' : code;
  return message('unreadable-file', { file: path }, why);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}

/** Standard input as a dump to be kept. Its name follows from its bytes, so that the same paste is the same dump. */
export function readInput(content: string): DumpFile {
  const bytes = readAllInput();
  const name = `pasted-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.txt`;
  return { name, path: join(content, 'dumps', name), bytes };
}

/** All of standard input. Where that is a pipe that does not block, Node throws rather than waits (EAGAIN). */
function readAllInput(): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(1 << 16);
    try {
      const length = readSync(0, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return Buffer.concat(chunks); // how Windows ends a pipe
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}

const PAUSE_MS = 20;
