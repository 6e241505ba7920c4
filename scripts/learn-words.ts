/** `npm run words:learn`: how papers in general use words, for `topics:suggest`. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { learnBackground } from '../src/pipeline/phrases/background.ts';
import { readJsonLines } from './json-lines.ts';

const USAGE = 'Usage: npm run words:learn -- FILE.jsonl[.gz] …';
const TARGET = 'src/pipeline/phrases/background-words.json';

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) {
  console.error(`Name the files of papers, a title and an abstract a line.\n${USAGE}`);
  process.exit(2);
}

const { papers, words } = learnBackground(readPapers(positionals));
const lines = Object.entries(words).map(([word, use]) => `    ${JSON.stringify(word)}: [${use.join(', ')}]`);
writeFileSync(TARGET, `{\n  "papers": ${papers},\n  "words": {\n${lines.join(',\n')}\n  }\n}\n`);
console.log(`${lines.length} words of ${papers} papers in ${TARGET}.`);

function* readPapers(files: string[]): Generator<{ title: string; abstract: string }> {
  for (const file of files) {
    for (const { title, abstract } of readJsonLines<{ title: string; abstract?: string | null }>(file))
      yield { title, abstract: abstract ?? '' };
  }
}
