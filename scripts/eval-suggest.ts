/** `npm run eval:suggest`: how many of the keywords that authors gave are among the topics that `topics:suggest` proposes. */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { suggestTopics } from '../src/pipeline/suggest-topics.ts';
import { foundKeywords, frequentKeywords } from './eval/keywords.ts';
import { plainPhrases } from './eval/plain-phrases.ts';
import { readJsonLines } from './json-lines.ts';
import { readCount, readOrExit } from './usage.ts';

const USAGE = 'npm run eval:suggest -- [--papers FILE.jsonl[.gz]] [--top N] [--list]';
const FEWEST_PAPERS = 5;

const { values, top } = readOrExit(USAGE, () => {
  const { values } = parseArgs({
    options: {
      papers: { type: 'string', default: '../shared/corpora/iclr-2020.jsonl.gz' },
      top: { type: 'string', default: '150' },
      list: { type: 'boolean', default: false },
    },
  });
  const top = readCount('--top', values.top);
  if (!existsSync(values.papers))
    throw new Error(`There is no file ${values.papers}: papers with title, abstract and keywords, one a line.`);
  return { values, top };
});

const records = [...readJsonLines<{ title: string; abstract: string; keywords: string[] }>(values.papers)];
const papers = records.map((record, i) => ({ slug: `paper-${i + 1}`, ...record }));
const keywords = frequentKeywords(papers, FEWEST_PAPERS);
const suggested = suggestTopics(papers, [], top).map(({ topic }) => [topic.label, ...topic.aliases]);
const plain = plainPhrases(papers, top);

const rows: [string, string[][]][] = [
  ['topics:suggest', suggested],
  ...Object.entries(plain).map(([name, phrases]): [string, string[][]] => [
    `phrases by ${name}`,
    phrases.map((phrase) => [phrase]),
  ]),
];
console.log(`${keywords.size} keywords of ${FEWEST_PAPERS} papers or more, in ${papers.length} papers of ${values.papers}.`);
console.log(`Among the top ${top}:`);
for (const [name, names] of rows) {
  const found = foundKeywords(keywords, names).size;
  console.log(`  ${name.padEnd(36)} ${found} found, ${((100 * found) / keywords.size).toFixed(1)} %`);
}
printJudged();
if (values.list) {
  const found = foundKeywords(keywords, suggested);
  console.log(
    `Suggested: ${suggested.map(([label, ...aliases]) => (aliases.length > 0 ? `${label} (${aliases.join(', ')})` : label)).join('; ')}`,
  );
  console.log(`Not found: ${[...keywords.values()].filter((keyword) => !found.has(keyword)).join('; ')}`);
}

/** What a person would not keep as a topic, by label in lower case, and which labels that person looked at. */
function printJudged(): void {
  const judged = JSON.parse(readFileSync(new URL('eval/judged-suggestions.json', import.meta.url), 'utf8')) as {
    kept: string[];
    dropped: string[];
  };
  const labels = suggested.map(([label]) => label!.toLowerCase());
  const kept = labels.filter((label) => judged.kept.includes(label)).length;
  const dropped = labels.filter((label) => judged.dropped.includes(label)).length;
  if (kept + dropped === 0) return;
  const share = ((100 * kept) / (kept + dropped)).toFixed(1);
  console.log(
    `A reader would keep ${kept} of the ${kept + dropped} that were judged by hand, ${share} %; ${labels.length - kept - dropped} were not judged.`,
  );
}
