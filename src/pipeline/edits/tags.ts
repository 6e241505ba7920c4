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
