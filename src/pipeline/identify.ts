import type { VFileMessage } from 'vfile-message';
import { message } from '../model/messages.ts';
import type { Entry, Paper, Source } from '../model/paper.ts';
import type { CleanRecord } from '../model/record.ts';
import type { Staged } from '../model/staged.ts';
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
 * @returns One paper a slug, in dump order. Messages: `same-title`, `near-duplicate`, `empty-title`.
 */
export function identify(records: CleanRecord[], standing: Standing): Staged<Paper[]> {
  const titled = records.filter(({ title }) => title !== '');
  const groups = gather(titled, standing);
  const slugOf = giveSlugs(groups, standing.entries);
  const lastRun = standing.entries.reduce((last, { imported }) => Math.max(last, imported?.run ?? 0), 0);
  let lastPlace = 0;
  const papers = groups.map((group): Paper => {
    const { title, abstract, emphasis, links, language, doubts } = group.words;
    const { run, place } = group.entry?.imported ?? { run: lastRun + 1, place: (lastPlace += 1) };
    return {
      slug: slugOf(group),
      ...{ title, abstract, emphasis, links, language, doubts },
      sources: mergeSources(group, standing.read),
      records: group.records.length,
      ...{ run, place },
      origin: { dump: group.first.raw.dump, line: group.first.raw.line },
    };
  });
  const { output, messages } = doubtLikePapers(papers, standing.entries);
  return { output, messages: [...records.filter(({ title }) => title === '').map(reportEmptyTitle), ...messages] };
}

/** All of a title may be characters that show nothing. */
function reportEmptyTitle({ raw, abstract }: CleanRecord): VFileMessage {
  return message('empty-title', { file: raw.dump, line: raw.line }, abstract.split(' ').slice(0, 12).join(' '));
}

/** Sources that still stand, in their order, then new ones; a record that its dump has no longer goes. */
function mergeSources(group: Group, read: ReadonlySet<string>): Source[] {
  const keyOf = ({ dump, hash }: Source) => `${dump}\n${hash}`;
  const found = new Map(
    group.records.map(({ hash, raw: { dump, listed } }): [string, Source] => [
      keyOf({ dump, hash }),
      listed === undefined ? { dump, hash } : { dump, hash, listed },
    ]),
  );
  const known = (group.entry?.sources ?? []).filter((source) => found.has(keyOf(source)) || !read.has(source.dump));
  return [...new Map([...known.map((source): [string, Source] => [keyOf(source), source]), ...found]).values()];
}
