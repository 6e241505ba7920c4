import type { VFileMessage } from 'vfile-message';
import { givesNoEntry } from '../model/messages.ts';
import type { Entry, Paper, TaggedPaper } from '../model/paper.ts';
import type { RawRecord } from '../model/record.ts';
import type { Redirect } from '../model/redirect.ts';
import { MessageLog, type Staged } from '../model/staged.ts';
import type { Tag } from '../model/tag.ts';
import type { TopicModel, Words } from './derive-topics.ts';
import { deriveTopics, prepareTopics } from './derive-topics.ts';
import { appendLines, readHistory } from './history.ts';
import { topicsKey } from './identity/keys.ts';
import { identify, nextRun } from './identify.ts';
import { mergeEdits } from './merge-edits.ts';
import { normalise } from './normalise.ts';
import { parse } from './parse.ts';
import { recordChanges, type Step } from './record-changes.ts';
import { type Helper, SharedWork } from './share-work.ts';
import { suggestTopics } from './suggest-topics.ts';
import type { EntryFile } from './write-mdx.ts';
import { writeMdx } from './write-mdx.ts';
import { writeTopic, type TopicFile } from './write-topic.ts';

/** A dump as text: its file name without the folder, and what it says. */
export interface Dump {
  name: string;
  text: string;
}

/** What there is already: the entries of content/papers, what is known of topics, and what dumps there are besides. */
export interface Known {
  entries: Entry[];
  /** Undefined where there are none yet: then those are taken that the papers suggest. */
  topics: TopicModel | undefined;
  /** Topics that were derived before by the same `topics`, by the keys of papers (topicsKey): they need not be again. Default: none. */
  derived?: ReadonlyMap<string, Tag[]>;
  /** Names of the dumps in content/dumps that are not read this time. */
  unread: ReadonlySet<string>;
  /** True where all dumps of content/dumps are read, and there are some: a paper that is nowhere then is gone. */
  isWhole: boolean;
  /** Old addresses of papers. */
  redirects: Redirect[];
  /** What content/ledger.jsonl says; empty where there is none. */
  ledger: string;
}

/** Entries that an import would write anew or otherwise than they stand, and what there is to say about it. */
export interface Import {
  files: EntryFile[];
  /** Topics that were found in the papers because there were none; else empty. */
  topics: TopicFile[];
  /** Topics as they were derived, by the keys of papers (topicsKey). */
  derived: Map<string, Tag[]>;
  /** What the ledger says in the end. */
  ledger: string;
  messages: VFileMessage[];
  tally: Tally;
}

/** `records` = `papers` + `merged` + `reported`, always. */
export interface Tally {
  /** Titles and abstracts found in the dumps, abstracts without title included. */
  records: number;
  /** Entries that they gave. */
  papers: number;
  /** Records that were another copy of one of those papers. */
  merged: number;
  /** Records that gave no entry, each with its message. */
  reported: number;
}

/** Told again and again how far a stage is. */
export type Watch = (stage: string, done: number, total: number) => void;

/**
 * Turn dumps into MDX files: the whole import, in order. Reads and writes nothing.
 *
 * @param dumps   Each is let go of when its records are read.
 * @param helper  Derives some of the topics at the same time, by `known.topics`; it changes nothing but the time.
 */
export function importDumps(dumps: Iterable<Dump>, known: Known, watch: Watch = () => {}, helper?: Helper<Words, Tag[]>): Import {
  const log = new MessageLog();
  const each = <In, Out>(stage: string, items: In[], run: (item: In) => Staged<Out>): Out[] =>
    items.map((item, at) => {
      watch(stage, at, items.length);
      return log.take(run(item));
    });
  const standing = new Map(known.entries.map((entry) => [entry.slug, entry]));
  const history = readHistory(known.ledger);
  const read = new Set<string>();
  const before = { ...known, read, history };
  const deriving = new SharedWork<Words, Tag[]>(topicsKey, known.derived, known.topics && helper);
  const { papers, records } = readPapers();
  const found = known.topics ? [] : suggestTopics(papers).map(({ topic }) => topic);
  const topics = known.topics ?? prepareTopics(found);
  const derived = deriving.make(
    papers,
    (paper) => deriveTopics(paper, topics).output.topics,
    (done, total) => watch('Deriving topics', done, total),
  );
  const tagged = papers.map((paper): TaggedPaper => ({ ...paper, topics: derived.get(topicsKey(paper)) ?? [] }));
  const entries = each('Merging edits', tagged, (paper) => mergeEdits(paper, standing.get(paper.slug)));
  const changed = entries.filter((entry) => entry !== standing.get(entry.slug));
  const files = changed.map(toFile);
  const steps = toSteps(standing, tagged, entries);
  const told = log.take(recordChanges(steps, { ...before, run: nextRun(before) }));
  const ledger = appendLines(known.ledger, told);
  return {
    files,
    topics: found.map(writeTopic),
    derived,
    ledger,
    messages: log.messages,
    tally: count(records, papers, log.messages),
  };

  /** The first stages by themselves, so that their records need not be kept: those of 100,000 papers are 100 MB. */
  function readPapers(): { papers: Paper[]; records: number } {
    const records = readRecords();
    const clean = each('Mending records', records, (record) => {
      const mended = normalise(record);
      deriving.foresee(mended.output);
      return mended;
    });
    return { papers: log.take(identify(clean, before)), records: records.length };
  }

  function readRecords(): RawRecord[] {
    const records: RawRecord[] = [];
    for (const dump of dumps) {
      watch('Reading dumps', read.size, read.size + 1);
      read.add(dump.name);
      for (const record of log.take(parse(dump))) records.push(record);
    }
    return records;
  }
}

/** Its text is put together when it is asked for, and not kept: those of 100,000 entries would be 400 MB. */
function toFile(entry: Entry): EntryFile {
  return {
    slug: entry.slug,
    get text() {
      return writeMdx(entry).text;
    },
  };
}

/** Every entry that stands in the end, with what it was. */
function toSteps(standing: Map<string, Entry>, tagged: TaggedPaper[], entries: Entry[]): Step[] {
  const steps = new Map(
    [...standing].map(([slug, entry]): [string, Step] => [slug, { before: entry, after: entry, derived: undefined }]),
  );
  for (const [at, after] of entries.entries()) {
    steps.set(after.slug, { before: standing.get(after.slug), after, derived: tagged[at]?.topics });
  }
  return [...steps.values()];
}

/** Count every record once, and throw when one was lost on the way: that would be our mistake. */
function count(records: number, papers: Paper[], messages: VFileMessage[]): Tally {
  const reported = messages.filter(givesNoEntry).length;
  const untitled = messages.filter(({ ruleId }) => ruleId === 'missing-title' || ruleId === 'unreadable-record').length;
  const merged = papers.reduce((sum, paper) => sum + paper.records - 1, 0);
  const tally: Tally = { records: records + untitled, papers: papers.length, merged, reported };
  if (tally.records !== papers.length + merged + reported) throw new Error(`Records were lost: ${JSON.stringify(tally)}`);
  return tally;
}
