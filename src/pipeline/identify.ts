import type { VFileMessage } from 'vfile-message';
import { message } from '../model/messages.ts';
import type { Entry, Paper, Source } from '../model/paper.ts';
import type { CleanRecord } from '../model/record.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Staged } from '../model/staged.ts';
import type { History, Remembered } from './history.ts';
import { doubtLikePapers } from './identity/doubts.ts';
import { gather } from './identity/gather.ts';
import type { Group } from './identity/group.ts';
import { giveSlugs } from './identity/slugs.ts';

/** What stands before an import. */
export interface Standing {
  /** All of content/papers. */
  entries: Entry[];
  /** Names of the dumps that this run reads. */
  read: ReadonlySet<string>;
  /** Names of the dumps that stand in content/dumps and are not read this time. */
  unread: ReadonlySet<string>;
  /** Old addresses, and where they lead. */
  redirects: Redirect[];
  /** What the ledger knows of papers: an entry that was lost comes back with its slug, its run and its place. */
  history: History;
}

/**
 * Give every record its paper, and every paper its permanent slug.
 *
 * Records of one title (up to case and punctuation) and one abstract, or one of them without, are one paper. The
 * same title with another abstract is another paper. An entry is found again by the hashes of its sources, by title
 * and abstract, and, when its record was corrected, by what is nearest to it; its slug never changes. New papers
 * whose titles give one slug each get a suffix from a hash of their own text, so that their order does not matter.
 *
 * @param records  In dump order.
 * @returns One paper a slug, in dump order. Messages: `same-title`, `near-duplicate`, `empty-title`, `removed-paper`.
 */
export function identify(records: CleanRecord[], standing: Standing): Staged<Paper[]> {
  const { output: papers, messages: withoutEntry } = gatherPapers(records, standing);
  const { output, messages } = doubtLikePapers(papers, standing.entries);
  return { output, messages: [...withoutEntry, ...messages] };
}

/** The papers as they are before they are compared. */
function gatherPapers(records: CleanRecord[], standing: Standing): Staged<Paper[]> {
  const { entries, read, redirects, history } = standing;
  const { groups, removed } = gather(
    records.filter(({ title }) => title !== ''),
    standing,
  );
  const slugOf = giveSlugs(groups, {
    taken: [...entries, ...redirects].map(({ slug }) => slug),
    isRemembered: history.papers.size === 0 ? undefined : (slug) => history.papers.get(slug)?.isRemoved === false,
  });
  const run = nextRun(standing);
  let lastPlace = 0;
  const papers = groups.map((group): Paper => {
    const { title, abstract, emphasis, links, language, doubts } = group.words;
    const slug = slugOf(group);
    return {
      slug,
      ...{ title, abstract, emphasis, links, language, doubts },
      sources: mergeSources(group, read),
      records: group.records.length + group.led.length,
      ...(placeOf(group.entry) ?? rememberedPlace(history.papers.get(slug)) ?? { run, place: (lastPlace += 1) }),
      origin: { dump: group.first.raw.dump, line: group.first.raw.line },
    };
  });
  const messages = [
    ...records.filter(({ title }) => title === '').map(reportEmptyTitle),
    ...removed.map(({ raw, title }) => message('removed-paper', { file: raw.dump, line: raw.line }, title)),
  ];
  return { output: papers, messages };
}

/** The number of this import: one more than of the last that is known of. */
export function nextRun({ entries, history }: Pick<Standing, 'entries' | 'history'>): number {
  return 1 + entries.reduce((last, { imported }) => Math.max(last, imported?.run ?? 0), history.lastRun);
}

function placeOf(entry: Entry | undefined): { run: number; place: number } | undefined {
  return entry?.imported && { run: entry.imported.run, place: entry.imported.place };
}

function rememberedPlace(remembered: Remembered | undefined): { run: number; place: number } | undefined {
  if (!remembered || remembered.isRemoved || remembered.place === undefined) return undefined;
  return { run: remembered.run, place: remembered.place };
}

/** All of a title may be characters that show nothing. */
function reportEmptyTitle({ raw, abstract }: CleanRecord): VFileMessage {
  return message('empty-title', { file: raw.dump, line: raw.line }, abstract.split(' ').slice(0, 12).join(' '));
}

/**
 * Sources that still stand, in their order, then new ones; a record that its dump has no longer goes. A correction's
 * comes first, for the first speaks: the next import is to take the same words.
 */
function mergeSources(group: Group, read: ReadonlySet<string>): Source[] {
  const keyOf = ({ dump, hash }: Source) => `${dump}\n${hash}`;
  const found = new Map(
    [...group.records, ...group.led].map(({ hash, raw: { dump, listed } }): [string, Source] => [
      keyOf({ dump, hash }),
      listed === undefined ? { dump, hash } : { dump, hash, listed },
    ]),
  );
  const known = (group.entry?.sources ?? []).filter((source) => found.has(keyOf(source)) || !read.has(source.dump));
  const correction = group.correction && found.get(keyOf({ dump: group.correction.raw.dump, hash: group.correction.hash }));
  const sources = [...(correction ? [correction] : []), ...known, ...found.values()];
  return [...new Map(sources.map((source) => [keyOf(source), source])).values()];
}
