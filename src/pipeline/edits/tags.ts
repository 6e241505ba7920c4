import { STRENGTHS, type Tag } from '../../model/tag.ts';

/** True for a tag that the import may write or take away: not a person's word, and not kept away. */
export function isDerived(tag: Tag): boolean {
  return tag.by !== 'person' && tag.strength !== 'none';
}

/** Tags as derived now, but for the topics of which a person spoke; strongest first, a person's before others of its strength. */
export function mergeTags(derived: Tag[], standing: Tag[]): Tag[] {
  const persons = standing.filter((tag) => !isDerived(tag));
  const spoken = new Set(persons.map(({ slug }) => slug));
  const all = [...persons, ...derived.filter(({ slug }) => !spoken.has(slug))];
  return STRENGTHS.flatMap((strength) => all.filter((tag) => tag.strength === strength));
}

/** A person seldom speaks of more topics on one paper, and each makes for seven times as many lists. */
const MAX_SPOKEN = 4;

/**
 * The lists of derived tags that may have stood before a person spoke of some of them: a tag that a person took over
 * is gone from the derived ones, and only this tells that from the same tag deleted.
 */
export function* listsBeforePerson(standing: Tag[], derivedNow: Tag[]): Generator<Tag[]> {
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
