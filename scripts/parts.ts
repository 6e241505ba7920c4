import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shard } from '../src/model/shard.ts';

/** What a part of a site says of itself, for the merge. */
interface Part {
  shard: Shard;
  /** Of all that it was built from: parts of one site have the same. */
  digest: string;
}

/** Lies in the folder of a part until it is merged. */
export const PART_FILE = '.part.json';

/** Say in a built part which one it is. */
export function writePart(folder: string, part: Part): void {
  writeFileSync(join(folder, PART_FILE), `${JSON.stringify(part)}\n`);
}

/** What is wrong with some folders as the parts of one site: a sentence each; nothing when they are all of it, once. */
export function problemsOf(folders: string[]): string[] {
  const strange = folders.filter((folder) => !existsSync(join(folder, PART_FILE)));
  if (strange.length > 0) return strange.map((folder) => `${folder} is no part of a site: build one with --shard i/n.`);
  const parts = folders.map((folder) => JSON.parse(readFileSync(join(folder, PART_FILE), 'utf8')) as Part);
  const [first] = parts;
  if (!first) return ['Name the folders of the parts.'];
  const others = folders.filter((_, at) => parts[at]?.digest !== first.digest || parts[at]?.shard.of !== first.shard.of);
  if (others.length > 0)
    return others.map((folder) => `${folder} was not built from the same files, in the same number of parts, as ${folders[0]}.`);
  const numbers = Array.from({ length: first.shard.of }, (_, at) => at + 1);
  return numbers.flatMap((number) => {
    const found = folders.filter((_, at) => parts[at]?.shard.number === number);
    if (found.length === 1) return [];
    return [found.length === 0 ? `Part ${number} of ${first.shard.of} is missing.` : `${found.join(' and ')} are the same part.`];
  });
}
