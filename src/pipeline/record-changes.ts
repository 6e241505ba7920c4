import type { VFileMessage } from 'vfile-message';
import { message } from '../model/messages.ts';
import type { Entry } from '../model/paper.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Staged } from '../model/staged.ts';
import { visibleTags, type Tag } from '../model/tag.ts';
import { fieldHash, type Field } from './edits/fields.ts';
import { tagsAsWritten } from './edits/tags-as-written.ts';
import type { History, LedgerLine, Remembered } from './history.ts';

/** An entry before and after an import. */
export interface Step {
  /** Undefined for an entry that this import brings. */
  before: Entry | undefined;
  after: Entry;
  /** Tags as they are derived now; undefined where the import read no record of the paper. */
  derived: Tag[] | undefined;
}

interface Circumstances {
  history: History;
  redirects: Redirect[];
  /** The number of this import. */
  run: number;
  /** True where all dumps were read: a paper that is nowhere then is gone. */
  isWhole: boolean;
}

/** Fields whose edits are told. */
const TOLD = ['title', 'abstract', 'links'] as const satisfies Field[];

/**
 * Tell what has happened to the papers since the ledger was written last: what persons did before this import, and
 * what this import does. Without a ledger, all that stand have been added. What was told once is not told again.
 *
 * @param steps  All entries that stand in the end.
 * @returns Lines for the end of the ledger. Messages: `vanished-entry`.
 */
export function recordChanges(steps: Step[], circumstances: Circumstances): Staged<LedgerLine[]> {
  const { history, run } = circumstances;
  const known = (step: Step) => {
    const remembered = history.papers.get(step.after.slug);
    return remembered?.isRemoved ? undefined : remembered;
  };
  const added = steps.filter((step) => !known(step)).map(({ after }) => tellAdded(after, run, history));
  const changed = steps.flatMap((step) => (step.before ? tellChanges(step, step.before, known(step), run) : []));
  const removed = tellRemoved(new Set(steps.map(({ after }) => after.slug)), circumstances);
  return { output: [...added.sort(byPlace), ...changed, ...removed.output], messages: removed.messages };
}

function tellAdded(entry: Entry, run: number, history: History): LedgerLine {
  const { slug, title, imported } = entry;
  const line = { change: 'added', paper: slug, title } as const;
  // A catalogue that has had no ledger yet gets one that begins with its first import.
  if (imported) return { ...line, run: history.lastRun === 0 ? imported.run : run, place: imported.place };
  return { ...line, run, by: 'person', hashes: hashesOf(TOLD, entry), tags: slugsOf(entry.topics) };
}

function byPlace(one: LedgerLine, other: LedgerLine): number {
  return one.run - other.run || (one.place ?? Infinity) - (other.place ?? Infinity) || (one.paper < other.paper ? -1 : 1);
}

function tellChanges({ after, derived }: Step, before: Entry, known: Remembered | undefined, run: number): LedgerLine[] {
  const about = { run, paper: after.slug, title: after.title };
  const byPerson = { by: 'person' } as const;
  const edited = (fields: Field[], entry: Entry, who: object): LedgerLine[] =>
    fields.length === 0 ? [] : [{ ...about, change: 'edited', fields, ...who, hashes: hashesOf(fields, entry) }];
  const retagged = (old: string[], now: string[], who: object): LedgerLine[] => {
    const [gained, lost] = [now.filter((slug) => !old.includes(slug)), old.filter((slug) => !now.includes(slug))];
    return gained.length + lost.length === 0
      ? []
      : [{ ...about, change: 'retagged', ...told({ gained, lost }), ...who, tags: now }];
  };
  const last = (field: Field) => known?.hashes[field] ?? before.imported?.[field];
  const byPersons = TOLD.filter((field) => last(field) !== undefined && last(field) !== fieldHash(field, before));
  const byImport = TOLD.filter((field) => fieldHash(field, before) !== fieldHash(field, after));
  const [seen, standing, now] = [known?.tags ?? tagsLastSeen(before, derived), slugsOf(before.topics), slugsOf(after.topics)];
  return [
    ...edited(byPersons, before, byPerson),
    ...edited(byImport, after, {}),
    ...retagged(seen, standing, byPerson),
    ...retagged(standing, now, {}),
    ...(after.withdrawn && !known?.isWithdrawn ? [{ ...about, change: 'withdrawn', ...byPerson } as const] : []),
  ];
}

/** Topics that readers saw when nothing was told of them yet: those that the import wrote, or else would write. */
function tagsLastSeen(before: Entry, derived: Tag[] | undefined): string[] {
  return slugsOf(tagsAsWritten(before, derived ?? []) ?? derived ?? before.topics);
}

/** Papers that the ledger knows and that have no entry any more. */
function tellRemoved(standing: Set<string>, { history, redirects, run, isWhole }: Circumstances): Staged<LedgerLine[]> {
  const output: LedgerLine[] = [];
  const messages: VFileMessage[] = [];
  const leads = new Map(redirects.map(({ slug, to }) => [slug, to]));
  for (const [slug, { title, isRemoved }] of history.papers) {
    if (isRemoved || standing.has(slug) || !(leads.has(slug) || isWhole)) continue;
    const to = leads.get(slug);
    output.push({ run, change: 'removed', paper: slug, title, by: 'person', ...(to === undefined ? {} : { to }) });
    if (!leads.has(slug)) messages.push(message('vanished-entry', { file: `papers/${slug}.mdx` }, title, slug));
  }
  return { output, messages };
}

function hashesOf(fields: readonly Field[], entry: Entry): NonNullable<LedgerLine['hashes']> {
  return Object.fromEntries(fields.map((field) => [field, fieldHash(field, entry)]));
}

function slugsOf(tags: Tag[]): string[] {
  return visibleTags(tags)
    .map(({ slug }) => slug)
    .sort();
}

/** Only the lists that say something. */
function told(lists: Record<string, string[]>): object {
  return Object.fromEntries(Object.entries(lists).filter(([, slugs]) => slugs.length > 0));
}
