/** `npm run words:learn`: how papers in general use words, for `topics:suggest`. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { learnBackground } from '../src/pipeline/phrases/background.ts';
import { readJsonLines } from './json-lines.ts';
import { replaceFile } from './replace-file.ts';
import { readOrExit } from './usage.ts';

const USAGE = 'npm run words:learn -- FILE.jsonl[.gz] …';
const TARGET = 'src/pipeline/phrases/background-words.json';

const files = readOrExit(USAGE, () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length === 0) throw new Error('Name the files of papers, a title and an abstract a line.');
  const missing = positionals.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`There is no file ${missing}.`);
  return positionals;
});

const { papers, words } = learnBackground(readPapers(files));
const lines = Object.entries(words).map(([word, use]) => `    ${JSON.stringify(word)}: [${use.join(', ')}]`);
replaceFile(TARGET, `{\n  "papers": ${papers},\n  "words": {\n${lines.join(',\n')}\n  }\n}\n`);
console.log(`${lines.length} words of ${papers} papers in ${TARGET}.`);

function* readPapers(files: string[]): Generator<{ title: string; abstract: string }> {
  for (const file of files) {
    for (const { title, abstract } of readJsonLines<{ title: string; abstract?: string | null }>(file))
      yield { title, abstract: abstract ?? '' };
  }
}
