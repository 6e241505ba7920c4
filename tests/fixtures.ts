import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('fixtures/', import.meta.url));

/** One case of a stage: a folder whose name is the sentence that it proves. */
export interface Fixture {
  /** The folder's name in words: `one missing abstract does not shift the rest`. */
  sentence: string;
  /** Path of a file in the folder. */
  path(name: string): string;
  has(name: string): boolean;
  /** A file's text, or an empty string when the folder has no such file. */
  text(name: string): string;
  bytes(name: string): Buffer;
  json<T>(name: string): T;
}

/** The cases of a stage (a folder of tests/fixtures), in alphabetical order. Throws when it has none. */
export function fixtures(stage: string): Fixture[] {
  const folders = readdirSync(join(ROOT, stage), { withFileTypes: true }).filter((each) => each.isDirectory());
  if (folders.length === 0) throw new Error(`tests/fixtures/${stage} has no cases.`);
  return folders
    .map((each) => each.name)
    .sort()
    .map((name) => fixture(join(ROOT, stage, name), name));
}

function fixture(folder: string, name: string): Fixture {
  const path = (file: string) => join(folder, file);
  const has = (file: string) => existsSync(path(file));
  const text = (file: string) => (has(file) ? readFileSync(path(file), 'utf8') : '');
  return {
    sentence: name.replaceAll('-', ' '),
    path,
    has,
    text,
    bytes: (file) => readFileSync(path(file)),
    json: <T>(file: string) => JSON.parse(text(file)) as T,
  };
}
