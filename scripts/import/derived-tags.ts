import { createHash, hash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Tag } from '../../src/model/tag.ts';
import type { Vocabulary } from './topic-helper.ts';

/** Fewer are derived again in less than a second, and need no file. */
const MIN_PAPERS = 500;
const DIGEST_CHARS = 16;
const LINES_A_WRITE = 1000;
const ROOT = join(import.meta.dirname, '../..');

/** What topics were derived by: the vocabulary, what was learnt for it, the program and its packages. */
export function basisOf({ topics, learned }: Vocabulary): string {
  const digest = createHash('sha256').update(JSON.stringify([topics, learned]));
  digest.update(readFileSync(join(ROOT, 'package-lock.json')));
  for (const part of ['src/pipeline', 'src/model']) {
    const folder = join(ROOT, part);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|json)$/.test(name));
    for (const name of names.sort()) digest.update(name).update(readFileSync(join(folder, name)));
  }
  return digest.digest('hex');
}

/** Where imports into a content directory keep them. */
export function derivedFileOf(content: string): string {
  return join('.cache', 'import', `${hash('sha256', resolve(content)).slice(0, DIGEST_CHARS)}.jsonl`);
}

/** Topics that imports derived before, by the keys of papers; empty where by another basis. */
export function readDerived(file: string, basis: string): Map<string, Tag[]> {
  try {
    const [first, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    return first === basis ? new Map(lines.map((line) => JSON.parse(line) as [string, Tag[]])) : new Map();
  } catch {
    return new Map(); // there is none, or it is no good: they are derived again
  }
}

/** Keep them for the next import. They can be derived again, so that nothing is lost where they cannot be written. */
export function keepDerived(file: string, basis: string, derived: ReadonlyMap<string, Tag[]>): void {
  if (derived.size < MIN_PAPERS) return;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.tmp`, `${basis}\n`);
    // Some at a time: as one text those of 100,000 papers would be 100 MB.
    const lines = [...derived];
    for (let from = 0; from < lines.length; from += LINES_A_WRITE) {
      const some = lines.slice(from, from + LINES_A_WRITE);
      appendFileSync(`${file}.tmp`, some.map((each) => `${JSON.stringify(each)}\n`).join(''));
    }
    renameSync(`${file}.tmp`, file);
  } catch {
    // There is no room, or no right.
  }
}
