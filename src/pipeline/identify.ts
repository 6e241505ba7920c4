import type { VFileMessage } from 'vfile-message';
import { message } from '../model/messages.ts';
import type { Entry, Paper, Source } from '../model/paper.ts';
import type { CleanRecord, DoubtId } from '../model/record.ts';
import { needsSuffix, titleToSlug, withSuffix } from '../model/slug.ts';
import type { Staged } from '../model/staged.ts';
import { hexHash, textKey } from './identity/keys.ts';

/** One paper while its records gather. */
interface Group {
  /** The entry that stands for it already. */
  entry: Entry | undefined;
  /** Records of this run, in dump order. */
  records: CleanRecord[];
  titleKey: string;
  /** Empty while no record has an abstract. */
  abstractKey: string;
}

/**
 * Give every record its paper, and every paper its permanent slug.
 *
 * Records of one title (up to case and punctuation) and one abstract, or one of them without, are one paper. The
 * same title with another abstract is another paper, and a warning. A slug of an entry never changes. New papers
 * whose titles give one slug each get a suffix from a hash of their own text, so that their order does not matter.
 *
 * @param records  In dump order.
 * @param entries  All that stand in content/papers.
 * @returns One paper a slug, in dump order.
 */
export function identify(records: CleanRecord[], entries: Entry[]): Staged<Paper[]> {
  const groups = groupRecords(records, entries);
  const slugs = giveSlugs(groups, entries);
  const run = 1 + Math.max(0, ...entries.map((entry) => entry.imported?.run ?? 0));
  const sameTitle = Map.groupBy(groups, (group) => group.titleKey);
  const messages: VFileMessage[] = [];
  let place = 0;
  const output = groups.map((group): Paper => {
    const { raw, hash: _hash, ...text } = basis(group);
    const twins = sameTitle.get(group.titleKey) ?? [];
    if (twins[0] !== group) messages.push(message('same-title', { file: raw.dump, line: raw.line }, text.title));
    return {
      ...text,
      doubts: twins.length > 1 ? withDoubt(text.doubts, 'same-title') : text.doubts,
      slug: slugs.get(group) ?? '',
      sources: mergeSources(group),
      run: group.entry?.imported?.run ?? run,
      place: group.entry?.imported?.place ?? (place += 1),
      origin: { dump: raw.dump, line: raw.line },
    };
  });
  return { output, messages };
}

function groupRecords(records: CleanRecord[], entries: Entry[]): Group[] {
  const byEntry = new Map<Entry, Group>();
  const groupOf = (entry: Entry): Group => {
    const group = byEntry.get(entry) ?? {
      entry,
      records: [],
      titleKey: textKey(entry.title),
      abstractKey: abstractKey(entry.abstract),
    };
    byEntry.set(entry, group);
    return group;
  };
  const byHash = new Map<string, Group>();
  for (const entry of entries) for (const { hash } of entry.sources) byHash.set(hash, groupOf(entry));
  const byTitle = Map.groupBy(entries.map(groupOf), (group) => group.titleKey);
  const found = new Set<Group>();
  for (const record of records) {
    const titleKey = textKey(record.title);
    const key = abstractKey(record.abstract);
    const twins = byTitle.get(titleKey) ?? [];
    let group =
      byHash.get(record.hash) ??
      twins.find((twin) => twin.abstractKey === key) ??
      twins.find((twin) => twin.abstractKey === '' || key === '');
    if (!group) {
      group = { entry: undefined, records: [], titleKey, abstractKey: key };
      byTitle.set(titleKey, [...twins, group]);
    }
    group.records.push(record);
    group.abstractKey ||= key;
    byHash.set(record.hash, group);
    found.add(group);
  }
  return [...found];
}

/** The record whose text the paper takes: the first with an abstract. */
function basis(group: Group): CleanRecord {
  const record = group.records.find((each) => each.abstract !== '') ?? group.records[0];
  if (!record) throw new Error('A group has one record at least.');
  return record;
}

function mergeSources(group: Group): Source[] {
  const read = group.records.map(({ hash, raw }): Source => ({
    dump: raw.dump,
    hash,
    ...(raw.listed === undefined ? {} : { listed: raw.listed }),
  }));
  const sources: Source[] = [...(group.entry?.sources ?? [])];
  for (const source of read) {
    if (!sources.some((other) => other.dump === source.dump && other.hash === source.hash)) sources.push(source);
  }
  return sources;
}

function giveSlugs(groups: Group[], entries: Entry[]): Map<Group, string> {
  const slugs = new Map<Group, string>();
  const taken = new Set(entries.map((entry) => entry.slug));
  const fresh = groups.filter((group) => !group.entry);
  for (const group of groups) if (group.entry) slugs.set(group, group.entry.slug);
  for (const [base, sharers] of Map.groupBy(fresh, (group) => titleToSlug(basis(group).title))) {
    for (const group of sharers) {
      const plain = sharers.length === 1 && !needsSuffix(base) && !taken.has(base);
      const slug = plain ? base : freeSuffix(base, `${group.titleKey}\n${group.abstractKey}`, taken);
      taken.add(slug);
      slugs.set(group, slug);
    }
  }
  return slugs;
}

function freeSuffix(base: string, text: string, taken: Set<string>): string {
  let digits = 8;
  while (taken.has(withSuffix(base, hexHash(text, digits)))) digits += 1;
  return withSuffix(base, hexHash(text, digits));
}

function abstractKey(abstract: string): string {
  return abstract === '' ? '' : textKey(abstract);
}

function withDoubt(doubts: DoubtId[], doubt: DoubtId): DoubtId[] {
  return [...new Set([...doubts, doubt])].sort();
}
