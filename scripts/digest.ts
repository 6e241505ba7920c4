import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One SHA-256 over files and folders: their names and bytes, in order of names, whatever the clock or the system says.
 * What is not there counts as empty.
 */
export function digestOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn)) {
    const bytes = readFileSync(file);
    hash.update(`${file.replaceAll('\\', '/')}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

/** Files under `path` in order of names, with folders below it; `path` itself when it is a file. */
export function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Everything that decides what a build of `content` gives, but for the machine. */
export const buildInputs = (content: string): string[] => [
  content,
  'src',
  'public',
  'scripts',
  'astro.config.mjs',
  'package-lock.json',
];
