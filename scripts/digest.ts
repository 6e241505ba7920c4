import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * One SHA-256 over files and folders: the names within each folder and the bytes, in order of names, whatever the clock
 * or the system says, and wherever the folders stand. What is not there counts as empty.
 *
 * @param see  Called with each file as it is read.
 */
export function digestOf(paths: string[], see?: (file: string, bytes: Buffer) => void): string {
  const hash = createHash('sha256');
  paths.forEach((path, at) => {
    for (const file of filesIn(path)) {
      const bytes = readFileSync(file);
      see?.(file, bytes);
      hash.update(`${at} ${relative(path, file).replaceAll('\\', '/')}\n${bytes.length}\n`).update(bytes);
    }
  });
  return hash.digest('hex');
}

/** Files under `path` in order of names, with folders below it; `path` itself when it is a file. */
export function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return filesBelow(path).sort();
}

/** Node's own `recursive` asks the disk of each file what it is, once more. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}

export const PROGRAM = ['src', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** What pages and index are made from, of a content directory. */
const SHOWN = ['site.yaml', 'papers', 'topics', 'redirects', 'ledger.jsonl', 'learned/accuracy.json'];

/** Everything that decides what an import and a build of `content` give, but for the machine. */
export const buildInputs = (content: string): string[] => [content, ...PROGRAM];

/** Everything that decides what a build of `content` gives, but for the machine. */
export const siteInputs = (content: string): string[] => [...SHOWN.map((part) => join(content, part)), ...PROGRAM];
