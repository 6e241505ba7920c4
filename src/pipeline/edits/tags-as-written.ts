import type { Entry } from '../../model/paper.ts';
import type { Tag } from '../../model/tag.ts';
import { fieldHash } from './fields.ts';
import { isDerived } from './tags.ts';

/**
 * The derived tags of an entry as the import wrote them last, though a person may have spoken of some of them since.
 *
 * A tag that a person took over is gone from the derived ones, and only the hash tells that from the same tag deleted.
 *
 * @param derivedNow  Tags as they are derived now: their evidence may be what was written.
 * @returns Undefined where a person changed other tags than those that are marked as a person's.
 */
export function tagsAsWritten({ topics, imported }: Entry, derivedNow: Tag[]): Tag[] | undefined {
  if (imported?.topics === undefined) return undefined;
  for (const list of listsBeforePerson(topics, derivedNow))
    if (fieldHash('topics', { topics: list }) === imported.topics) return list;
  return undefined;
}

/** A person seldom speaks of more topics on one paper, and each makes for seven times as many lists. */
const MAX_SPOKEN = 4;

/** The lists of derived tags that may have stood before a person spoke of some of them; first the one without these. */
function* listsBeforePerson(standing: Tag[], derivedNow: Tag[]): Generator<Tag[]> {
  const kept = standing.filter(isDerived);
  const spoken = standing.filter((tag) => !isDerived(tag) && !kept.some(({ slug }) => slug === tag.slug));
  if (spoken.length > MAX_SPOKEN) return;
  yield* addEach(kept, spoken, derivedNow);
}

function* addEach(list: Tag[], [first, ...rest]: Tag[], derivedNow: Tag[]): Generator<Tag[]> {
  if (!first) return yield list;
  const { slug, evidence } = first;
  const now = derivedNow.find((tag) => tag.slug === slug);
  const evidences = [evidence, ...(now ? [now.evidence] : []), []];
  yield* addEach(list, rest, derivedNow);
  for (const strength of ['core', 'minor'] as const) {
    for (const each of evidences) yield* addEach([...list, { slug, strength, evidence: each }], rest, derivedNow);
  }
}
