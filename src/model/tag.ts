/** How much a paper has to do with a topic: is about it, touches on it, or (a person's word) does not. */
export const STRENGTHS = ['core', 'minor', 'none'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A topic of a paper, with the words that earned it. */
export interface Tag {
  /** Slug of the topic. */
  slug: string;
  strength: Strength;
  /** Words as they stand in title or abstract, most telling first; empty for a person's tag or a broader topic. */
  evidence: string[];
  /** Set when a person gave or took away the tag: no import touches it. */
  by?: 'person' | undefined;
}

/** Tags that readers see: not the ones that a person took away. Keeps the order. */
export function visibleTags<T extends Pick<Tag, 'strength'>>(tags: T[]): T[] {
  return tags.filter((tag) => tag.strength !== 'none');
}
