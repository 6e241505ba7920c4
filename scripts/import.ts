/** `npm run import`. Exit codes: 0 done; 1 failed, nothing written; 2 wrong usage; 3 (`--check`) something would change. */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, relative } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { VFileMessage } from 'vfile-message';
import { message } from '../src/model/messages.ts';
import type { Entry } from '../src/model/paper.ts';
import { MessageLog, type Staged } from '../src/model/staged.ts';
import type { Topic } from '../src/model/topic.ts';
import { decode } from '../src/pipeline/decode.ts';
import { prepareTopics, type TopicModel } from '../src/pipeline/derive-topics.ts';
import type { Learned } from '../src/pipeline/evidence/learned.ts';
import { type Dump, importDumps, type Import, type Tally } from '../src/pipeline/import-dumps.ts';
import { readEntries, readLedgerText, readRedirects, readTopics } from './content-folder.ts';
import { readLearned } from './learned-folder.ts';
import { type Access, openContent } from './import/access.ts';
import { type ImportArguments, readArguments, USAGE } from './import/arguments.ts';
import { basisOf, derivedFileOf, keepDerived, readDerived } from './import/derived-tags.ts';
import { type DumpFile, listDumps, readDumpFiles, readInput } from './import/dumps.ts';
import { Journal, type Write } from './import/journal.ts';
import { TopicHelper } from './import/topic-helper.ts';
import { showProgress } from './progress.ts';
import { prepareReport } from './import/report.ts';
import { toJson } from './reporters/json.ts';
import { countFiles, toForecast, toSummary } from './reporters/summary.ts';
import { toTexts } from './reporters/terminal.ts';

// At 100,000 papers a quarter of the memory would be rubbish that V8 has not looked for yet.
setFlagsFromString('--heap-growing-percent=10');

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;
const WOULD_CHANGE = 3;

/** Some 2,000 papers: with fewer, a thread of its own takes longer to begin than it saves. */
const MIN_BYTES_FOR_HELPER = 2_000_000;

const NO_TALLY: Tally = { records: 0, papers: 0, merged: 0, reported: 0 };

process.exitCode = main(process.argv.slice(2));

function main(argv: string[]): number {
  let args: ImportArguments;
  try {
    args = readArguments(argv);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
    return WRONG_USAGE;
  }
  if (!existsSync(args.content) && args.files.length === 0 && !args.readsInput) {
    process.stderr.write(`There is no folder ${args.content}: name the folder of the catalogue with --content DIR.\n${USAGE}\n`);
    return WRONG_USAGE;
  }
  const access = openContent(args.content, args.check);
  try {
    return run(args, access);
  } finally {
    access.close();
  }
}

function run(args: ImportArguments, access: Access): number {
  const { content } = args;
  const journal = new Journal(content, access.folder);
  const log = new MessageLog();
  log.messages.push(...access.messages);
  const isHalfDone = journal.isUnfinished();
  try {
    if (access.isLocked && journal.recover()) log.messages.push(message('import-finished', { file: content }));
  } catch (error) {
    return fail(args, [...log.messages, toRefusal(error as NodeJS.ErrnoException, args)], isHalfDone);
  }
  if (!access.isLocked && isHalfDone) log.messages.push(message('import-unfinished', { file: content }));
  const dumps = log.take(readDumps(args));
  const entries = log.take(readEntries(content));
  const topics = log.take(readTopics(content));
  const redirects = log.take(readRedirects(content));
  const ledger = log.take(readLedgerText(content));
  if (hasErrors(log)) return fail(args, log.messages);

  const learned = readLearned(content);
  const derivedFile = derivedFileOf(content);
  const basis = basisOf({ topics, learned });
  const derived = readDerived(derivedFile, basis);
  const helper = derived.size === 0 && needsHelper(dumps, topics) ? new TopicHelper({ topics, learned }) : undefined;
  const isWhole = args.files.length === 0 && !args.readsInput && dumps.length > 0;
  const model = knownTopics(topics, entries, learned);
  const progress = showProgress();
  const result = importDumps(
    decodeAll(dumps, args, log),
    { entries, topics: model, derived, unread: unreadDumps(content, dumps), isWhole, redirects, ledger },
    progress.show,
    helper,
  );
  progress.clear();
  if (hasErrors(log)) return fail(args, log.messages);
  log.messages.push(...result.messages.map((each) => withPath(each, content, dumps)));
  if (hasErrors(log)) return fail(args, log.messages);

  const writes = listWrites(args, dumps, result, ledger);
  const wouldChange = writes.length > 0 || isHalfDone;
  try {
    const report = prepareReport(args.report, toReport(result, log.messages, args.check));
    try {
      if (!args.check && (writes.length > 0 || (!access.isLocked && isHalfDone))) writeAll(writes, journal, access);
      report.publish();
    } finally {
      report.discard();
    }
  } catch (error) {
    return fail(args, [...log.messages, toRefusal(error as NodeJS.ErrnoException, args)], journal.isUnfinished());
  }
  if (!args.check) keepDerived(derivedFile, basis, isWhole ? result.derived : new Map([...derived, ...result.derived]));
  process.stderr.write(toTexts(log.messages));
  const standing = new Set([...entries.map(({ slug }) => `papers/${slug}.mdx`), ...(ledger === '' ? [] : ['ledger.jsonl'])]);
  process.stdout.write(args.check ? toForecast(result, writes, standing, content) : toSummary(result, writes, content));
  return args.check && wouldChange ? WOULD_CHANGE : DONE;
}

/** The dumps that the command names: files, standard input, or all of DIR/dumps. */
function readDumps({ files, readsInput, content }: ImportArguments): Staged<DumpFile[]> {
  if (readsInput) return { output: [readInput(content)], messages: [] };
  const listed = files.length > 0 ? { output: files, messages: [] } : listDumps(content);
  const { output, messages } = readDumpFiles(listed.output);
  return { output, messages: [...listed.messages, ...messages] };
}

function unreadDumps(content: string, read: DumpFile[]): Set<string> {
  const names = new Set(listDumps(content).output.map((path) => basename(path)));
  for (const { name } of read) names.delete(name);
  return names;
}

/** Where there are thousands of papers, and a processor that has nothing else to do. */
function needsHelper(dumps: DumpFile[], topics: Topic[]): boolean {
  const size = dumps.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return topics.length > 0 && size > MIN_BYTES_FOR_HELPER && availableParallelism() > 1;
}

/** Dumps as texts, one after another: those of 100,000 papers are 300 MB as bytes and as text. */
function* decodeAll(dumps: DumpFile[], { readsInput }: ImportArguments, log: MessageLog): Generator<Dump> {
  for (const dump of dumps) yield decodeDump(dump, readsInput, log);
}

/** @param isKept  True for a paste, whose bytes are still to be written. */
function decodeDump(dump: DumpFile, isKept: boolean, log: MessageLog): Dump {
  const text = log.take(decode(dump.path, dump.bytes));
  if (!isKept) dump.bytes = Buffer.alloc(0);
  return { name: dump.name, text };
}

/** The first import of a catalogue without topics finds some in its papers. */
function knownTopics(topics: Topic[], entries: Entry[], learned: Learned | undefined): TopicModel | undefined {
  return topics.length === 0 && entries.length === 0 ? undefined : prepareTopics(topics, learned);
}

/** Files to be written: a paste that is to be kept, topics that were found, entries that are new or changed, the ledger. */
function listWrites({ readsInput, content }: ImportArguments, dumps: DumpFile[], result: Import, ledger: string): Write[] {
  const { files, topics } = result;
  const pasted = readsInput ? dumps.filter(({ path, bytes }) => bytes.length > 0 && !isOnDisk(path, bytes)) : [];
  return [
    ...pasted.map(({ path, bytes }) => ({ path: relative(content, path), data: bytes })),
    ...topics.map(({ slug, text }) => ({ path: `topics/${slug}.mdx`, data: text })),
    ...files.map((file) => ({
      path: `papers/${file.slug}.mdx`,
      get data() {
        return file.text;
      },
    })),
    ...(result.ledger === ledger ? [] : [{ path: 'ledger.jsonl', data: result.ledger }]),
  ];
}

function isOnDisk(path: string, bytes: Buffer): boolean {
  return existsSync(path) && readFileSync(path).equals(bytes);
}

function writeAll(writes: Write[], journal: Journal, { isLocked, refusal }: Access): void {
  if (!isLocked) throw Object.assign(new Error('The content directory cannot be written.'), { code: refusal });
  journal.stage(writes);
  journal.commit();
}

/** Stages know dumps by their names, and entries by their slugs; a person knows both by their paths. */
function withPath(each: VFileMessage, content: string, dumps: DumpFile[]): VFileMessage {
  const dump = dumps.find(({ name }) => name === each.file);
  each.file = dump?.path ?? join(content, each.file ?? '');
  return each;
}

function toRefusal(error: NodeJS.ErrnoException, { content, report }: ImportArguments): VFileMessage {
  if (error.code === undefined) throw error;
  return message('cannot-write', { file: report !== undefined && error.path === `${report}.tmp` ? report : content }, error.code);
}

function toReport(result: Import, messages: VFileMessage[], isCheck: boolean): string {
  const { written, unchanged } = countFiles(result);
  return toJson(result.tally, isCheck ? { written: 0, unchanged, wouldWrite: written } : { written, unchanged }, messages);
}

function hasErrors({ messages }: MessageLog): boolean {
  return messages.some(({ fatal }) => fatal);
}

/** @param isHalfDone  True where some of the files are in their places: the next import finishes that first. */
function fail(args: ImportArguments, messages: VFileMessage[], isHalfDone = false): number {
  process.stderr.write(toTexts(messages));
  const errors = messages.filter(({ fatal }) => fatal).length;
  writeReport(args.report, toJson(NO_TALLY, { written: 0, unchanged: 0 }, messages));
  const papers = join(args.content, 'papers');
  const state = isHalfDone
    ? `Some of ${papers} was written, no file by half: the next import finishes that first.`
    : `Nothing was written: ${papers} is as it was.`;
  process.stderr.write(`${errors === 1 ? '1 error' : `${errors} errors`}. ${state}\n`);
  return FAILED;
}

/** Where even the report cannot be written, what it would say stands on the screen already. */
function writeReport(path: string | undefined, json: string): void {
  try {
    prepareReport(path, json).publish();
  } catch {
    process.stderr.write(`The report could not be written to ${path}.\n`);
  }
}
