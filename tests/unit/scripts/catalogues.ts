import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A dump of papers with these titles, each with an abstract that is surely one and like no other. */
export function dumpOf(...titles: string[]): string {
  return titles.map((title) => `${title}\n\n${abstractOf(title)}\n\n`).join('');
}

function abstractOf(title: string): string {
  const words = title.toLowerCase().split(' ');
  const sentences = words.map(
    (word, at) => `We show that ${word} is not ${words[at - 1] ?? 'nothing'}, and why ${word} matters here.`,
  );
  return `${title} is what this paper is about. ${sentences.join(' ')}`;
}

/** A content directory of one topic and these dumps, gone when the test has ended. */
export function makeContent(dumps: Record<string, string | Uint8Array>): string {
  const content = join(mkdtempSync(join(tmpdir(), 'offprint-')), 'content');
  onTestFinished(() => rmSync(join(content, '..'), { recursive: true, force: true }));
  mkdirSync(join(content, 'dumps'), { recursive: true });
  mkdirSync(join(content, 'topics'));
  writeFileSync(join(content, 'topics/catalogues.mdx'), '---\nlabel: Catalogues\nfacet: task\n---\n\nLists of books.\n');
  for (const [name, text] of Object.entries(dumps)) writeFileSync(join(content, 'dumps', name), text);
  return content;
}

/** Run the command as a person does. */
export function runImport(content: string, args: string[] = [], input?: string): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['scripts/import.ts', '--content', content, ...args], { encoding: 'utf8', input });
}

/** Every file of a folder by its path, with what it says. */
export function readAll(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
