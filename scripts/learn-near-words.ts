/** `npm run search:learn`: words that papers use in like company, and what acronyms stand for, for the search index. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readJsonLines } from './json-lines.ts';
import { countAcronyms } from './learn/acronyms.ts';
import { informationOf } from './learn/co-occurrence.ts';
import { nearestRows } from './learn/neighbours.ts';
import { shorten } from './learn/vectors.ts';
import { readVocabulary } from './learn/vocabulary.ts';
import { replaceFile } from './replace-file.ts';
import { readOrExit } from './usage.ts';

const USAGE = 'npm run search:learn -- FILE.jsonl[.gz] …';
const FOLDER = 'src/catalogue/search-learned';

/** A word of fewer papers has too little company to be told by it. */
const LEAST_PAPERS = 20;
/** A word of a larger share of papers says nothing. */
const MOST_PAPERS = 0.25;
const DIMENSIONS = 256;
/** Cosine of words that are near. */
const LEAST_LIKENESS = 0.5;
const MOST_NEIGHBOURS = 6;
/** An acronym that one paper alone explains is that paper’s own. */
const LEAST_EXPLAINED = 2;

const files = readOrExit(USAGE, () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length === 0) throw new Error('Name the files of papers, a title and an abstract a line.');
  const missing = positionals.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`There is no file ${missing}.`);
  return positionals;
});

const papers = files.flatMap((file) => [...readJsonLines<{ title: string; abstract?: string | null }>(file)]);
const texts = papers.map(({ title, abstract }) => ({ title, abstract: abstract ?? '' }));
const acronyms = countAcronyms(texts, LEAST_EXPLAINED);
write(
  'acronyms.json',
  '[]',
  acronyms.map(({ short, long, isSure }) => JSON.stringify([short, long, isSure])),
);
const { stems, words, texts: numbered } = readVocabulary(texts, LEAST_PAPERS, MOST_PAPERS);
console.log(`${stems.length} words of ${texts.length} papers.`);
const vectors = shorten(informationOf(numbered, stems.length), DIMENSIONS);
const near = nearestRows(vectors, MOST_NEIGHBOURS, LEAST_LIKENESS);
const pairs = words.map((word, at): [string, string] => [word, near[at]!.map((other) => words[other]).join(' ')]);
write(
  'near-words.json',
  '{}',
  pairs
    .filter(([, others]) => others !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, others]) => `${JSON.stringify(word)}: ${JSON.stringify(others)}`),
);

/** One row a line, so that a person can read and compare it. */
function write(name: string, brackets: string, rows: string[]): void {
  replaceFile(`${FOLDER}/${name}`, `${brackets[0]}\n${rows.map((row) => `  ${row}`).join(',\n')}\n${brackets[1]}\n`);
  console.log(`${rows.length} lines in ${FOLDER}/${name}.`);
}
