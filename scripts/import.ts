import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareTopics } from '../src/pipeline/derive-topics.ts';
import { importDumps } from '../src/pipeline/import-dumps.ts';
import { readEntries, readTopics } from './content-folder.ts';
import { toJson } from './reporters/json.ts';
import { toText } from './reporters/terminal.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    content: { type: 'string', default: 'content' },
    check: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});

const dumpsFolder = join(values.content, 'dumps');
const isDump = (name: string) => !name.startsWith('.') && name.toLowerCase() !== 'readme.md';
const paths =
  positionals.length > 0
    ? positionals
    : readdirSync(dumpsFolder)
        .filter(isDump)
        .sort()
        .map((name) => join(dumpsFolder, name));
const dumps = paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
const entries = readEntries(values.content);
const topics = readTopics(values.content);
/** The first import of a catalogue without topics finds some in its papers. */
const findsTopics = topics.output.length === 0 && entries.output.length === 0;
const known = { entries: entries.output, topics: findsTopics ? undefined : prepareTopics(topics.output) };
const { files, topics: found, messages, tally } = importDumps(dumps, known);
const counts = { written: files.length, unchanged: tally.papers - files.length };

for (const message of [...entries.messages, ...topics.messages, ...messages]) process.stderr.write(toText(message));
if (!values.check) {
  writeAll('topics', found);
  writeAll('papers', files);
}
if (values.report !== undefined) writeFileSync(values.report, toJson(tally, counts, messages));
process.stdout.write(
  `${tally.records} records = ${tally.papers} papers + ${tally.merged} merged + ${tally.reported} reported.\n`,
);
process.stdout.write(`${counts.written} entries written, ${counts.unchanged} unchanged.\n`);
if (found.length > 0 && !values.check) {
  const folder = join(values.content, 'topics');
  process.stdout.write(
    `There were no topics yet: ${found.length} were found in the papers and written to ${folder}. Look them over.\n`,
  );
}
if (values.check && files.length > 0) process.exitCode = 3;

function writeAll(folder: string, files: { slug: string; text: string }[]): void {
  mkdirSync(join(values.content, folder), { recursive: true });
  for (const { slug, text } of files) {
    const path = join(values.content, folder, `${slug}.mdx`);
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  }
}
