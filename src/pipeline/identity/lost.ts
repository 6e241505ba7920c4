import type { CleanRecord } from '../../model/record.ts';
import { titleToSlug } from '../../model/slug.ts';
import type { Group } from './group.ts';
import { abstractKey, textKey } from './keys.ts';
import { likeness, NearIndex, sketch, type Sketch } from './near.ts';

/** A record is a correction of an entry when so much of its abstract is the same. */
const CORRECTED = 0.6;
/** Under the same title less is enough. */
const CORRECTED_UNDER_SAME_TITLE = 0.4;
/** And so much of its title, in runs of three letters, where it is from another dump: some abstracts stand under many titles. */
const TITLE_CORRECTED = 0.4;

/** Entries that have lost a record, each to be found once by the record that has come in its place. */
export class LostEntries {
  readonly #sketches: Map<Group, Sketch>;
  readonly #byTitle: Map<string, Group[]>;
  readonly #byAbstract: Map<string, Group[]>;
  readonly #bySlug: Map<string, Group[]>;
  readonly #near = new NearIndex<Group>();

  constructor(groups: Group[]) {
    this.#byTitle = Map.groupBy(groups, ({ titleKey }) => titleKey);
    this.#byAbstract = Map.groupBy(
      groups.filter((group) => group.abstractKey !== ''),
      (group) => group.abstractKey,
    );
    this.#bySlug = Map.groupBy(groups, ({ entry }) => entry?.slug ?? '');
    this.#sketches = new Map(groups.map((group) => [group, sketchWords(group.entry ?? group.records[0])]));
    for (const [group, of] of this.#sketches) this.#near.add(group, of);
  }

  /** The entry that a record corrects. It is no longer lost then. */
  take(record: CleanRecord): Group | undefined {
    if (this.#sketches.size === 0) return undefined;
    const found = this.#find(record, sketchWords(record));
    if (found) this.#sketches.delete(found);
    return found;
  }

  /** A record of its very dump has been found to be this paper: no other has come in the place of what it lost. */
  settle(group: Group, { raw }: CleanRecord): void {
    if (group.entry?.sources.some(({ dump }) => dump === raw.dump)) this.#sketches.delete(group);
  }

  #find(record: CleanRecord, of: Sketch): Group | undefined {
    const isLost = (group: Group) => this.#sketches.has(group);
    const isAlike = (group: Group) => likeness(of, this.#sketches.get(group) ?? NOTHING) >= CORRECTED_UNDER_SAME_TITLE;
    // Where the very dump has it no longer, one of both, title or abstract, is enough: this has come in its place.
    const isReplaced = (group: Group) =>
      isLost(group) && group.entry?.sources.some(({ dump }) => dump === record.raw.dump) === true;
    const isNamedAlike = (group: Group) =>
      isLost(group) && likeness(sketchTitle(record), sketchTitle(group.entry)) >= TITLE_CORRECTED;
    const sameAbstract = this.#byAbstract.get(abstractKey(record.abstract)) ?? [];
    const sameTitle = [
      ...(this.#byTitle.get(textKey(record.title)) ?? []),
      ...(this.#bySlug.get(titleToSlug(record.title)) ?? []),
    ];
    return (
      sameTitle.find(isAlike) ??
      sameAbstract.find(isReplaced) ??
      sameTitle.find(isReplaced) ??
      this.#near.nearest(of, CORRECTED, isReplaced) ??
      this.#near.nearest(of, CORRECTED, isNamedAlike)
    );
  }
}

const NOTHING: Sketch = new Uint32Array();

/** By its abstract, and where there is none by its title. */
function sketchWords(words: { title: string; abstract: string } | undefined): Sketch {
  return words?.abstract ? sketch(words.abstract) : sketchTitle(words);
}

function sketchTitle(words: { title: string } | undefined): Sketch {
  return sketch([...textKey(words?.title ?? '')].join(' '));
}
