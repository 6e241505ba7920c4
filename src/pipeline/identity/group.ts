import type { Entry } from '../../model/paper.ts';
import type { CleanRecord } from '../../model/record.ts';
import { abstractKey, textKey } from './keys.ts';

/** One paper while its records gather. */
export interface Group {
  /** The entry that stands for it already. */
  entry: Entry | undefined;
  /** Records of this run, in dump order. */
  records: CleanRecord[];
  /** Likewise, of a paper that a person led here by a redirect: it is of this one now, and says nothing more. */
  led: CleanRecord[];
  titleKey: string;
  /** Empty while nothing of it has an abstract. */
  abstractKey: string;
  /** The record of this run that has come in the place of one that the entry lost. */
  correction?: CleanRecord;
}

/** A group whose records are all in. */
export interface GatheredGroup extends Group {
  /** The first of its records. */
  first: CleanRecord;
  words: Words;
}

/** What a paper says: the words of a record, or those of its entry as it stands. */
export type Words = Pick<CleanRecord, 'title' | 'abstract' | 'emphasis' | 'links' | 'language' | 'doubts'>;

export function newGroup(words: { title: string; abstract: string }, entry?: Entry): Group {
  return { entry, records: [], led: [], titleKey: textKey(words.title), abstractKey: abstractKey(words.abstract) };
}

/**
 * Whose words a paper takes: a correction's, or of its sources in order the first that has an abstract, or else the first.
 *
 * A source that was not read this time speaks through the entry, so that a second dump never changes what a first
 * one said. A source that its dump has no longer does not speak.
 *
 * @param read  Names of the dumps that this run reads.
 */
export function wordsOf({ entry, records, correction }: Group, read: ReadonlySet<string>): Words {
  const byHash = new Map(records.map((record) => [record.hash, record]));
  const known = entry?.sources.map(({ dump, hash }) => byHash.get(hash) ?? (read.has(dump) ? undefined : entry)) ?? [];
  const first = [...(correction ? [correction] : []), ...known, ...(entry?.sources.length === 0 ? [entry] : [])];
  const speakers = [...first, ...records].filter((speaker) => speaker !== undefined);
  const speaker = speakers.find(({ abstract }) => abstract !== '') ?? speakers[0] ?? entry;
  if (!speaker) throw new Error('A paper has a record or an entry at least.');
  return speaker;
}
