import type { Entry, Source } from '../../model/paper.ts';
import type { CleanRecord } from '../../model/record.ts';
import { fieldHash } from '../edits/fields.ts';
import type { Standing } from '../identify.ts';
import { type GatheredGroup, type Group, newGroup, wordsOf } from './group.ts';
import { abstractKey, textKey } from './keys.ts';
import { LostEntries } from './lost.ts';
import { Redirects } from './redirects.ts';

/** Records by their papers. */
interface Gathered {
  groups: GatheredGroup[];
  removed: CleanRecord[];
}

/**
 * Gather the records of each paper, and find the entry that stands for it: by the hash of a source, by title and
 * abstract, by a redirect, or, where an entry has lost its record, by what is nearest to it.
 *
 * @returns Groups that have records, in the order of their first ones; and records of papers that a person removed.
 */
export function gather(records: CleanRecord[], { entries, read, unread, redirects }: Standing): Gathered {
  const hashes = new Set(records.map(({ hash }) => hash));
  // Lost: its dump is read and has it no longer, or the dump itself is nowhere.
  const isLost = ({ dump, hash }: Source) => !hashes.has(hash) && (read.has(dump) || !unread.has(dump));
  const standing = entries.map((entry) => newGroup(entry, entry));
  const byHash = new Map(
    standing.flatMap((group) => group.entry?.sources.map(({ hash }): [string, Group] => [hash, group]) ?? []),
  );
  const byTitle = new Titles(standing);
  const led = new Redirects(redirects, standing);
  const lost = new LostEntries(standing.filter(({ entry }) => entry?.sources.some(isLost)));
  const firsts = new Map<Group, CleanRecord>();
  const removed: CleanRecord[] = [];
  for (const record of records) {
    const known = byHash.get(record.hash);
    const same = known ?? byTitle.findSame(record);
    if (same && !known) lost.settle(same, record);
    const end = same ?? led.follow(record.title);
    if (end === 'removed') {
      removed.push(record);
      continue;
    }
    const group = end ?? correct(lost, record) ?? byTitle.add(newGroup(record));
    if (end && (end !== same || isLed(led, group, record))) group.led.push(record);
    else add(group, record);
    byHash.set(record.hash, group);
    if (!firsts.has(group)) firsts.set(group, record);
  }
  return { groups: [...firsts].map(([group, first]) => ({ ...group, first, words: wordsOf(group, read) })), removed };
}

/** Whether a redirect led a record here: it says nothing, also when its hash stands among the sources since. */
function isLed(led: Redirects, { entry, titleKey }: Group, record: CleanRecord): boolean {
  const isOfItself = textKey(record.title) === titleKey || fieldHash('title', record) === entry?.imported?.title;
  const end = isOfItself ? undefined : led.follow(record.title);
  return end !== undefined && end !== 'removed' && end.entry === entry;
}

function add(group: Group, record: CleanRecord): void {
  group.records.push(record);
  if (group.abstractKey === '') group.abstractKey = abstractKey(record.abstract);
}

/** The entry that a record corrects; its words are the record's from now on. */
function correct(lost: LostEntries, record: CleanRecord): Group | undefined {
  const group = lost.take(record);
  if (group) group.correction = record;
  return group;
}

/** Papers by their titles: as they stand and, where a person corrected one, as the import wrote it. */
class Titles {
  readonly #groups = new Map<string, Group[]>();
  /** Those whose titles persons corrected, by the hash of what the import wrote. */
  readonly #corrected = new Map<string, Group[]>();

  constructor(groups: Group[]) {
    for (const group of groups) this.add(group);
  }

  add(group: Group): Group {
    addTo(this.#groups, group.titleKey, group);
    const written = writtenTitle(group.entry);
    if (written !== undefined) addTo(this.#corrected, written, group);
    return group;
  }

  /** The paper of the same title and the same abstract, or the first of the same title where one has no abstract. */
  findSame(record: CleanRecord): Group | undefined {
    const twins = [
      ...(this.#groups.get(textKey(record.title)) ?? []),
      ...(this.#corrected.size === 0 ? [] : (this.#corrected.get(fieldHash('title', record) ?? '') ?? [])),
    ];
    if (twins.length === 0) return undefined;
    const key = abstractKey(record.abstract);
    const written = fieldHash('abstract', record);
    const same = twins.find((twin) => twin.abstractKey === key || twin.entry?.imported?.abstract === written);
    return same ?? twins.find((twin) => twin.abstractKey === '' || key === '');
  }
}

function addTo(groups: Map<string, Group[]>, key: string, group: Group): void {
  const twins = groups.get(key);
  if (twins) twins.push(group);
  else groups.set(key, [group]);
}

function writtenTitle(entry: Entry | undefined): string | undefined {
  const written = entry?.imported?.title;
  return written === undefined || written === fieldHash('title', entry!) ? undefined : written;
}
