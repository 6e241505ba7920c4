import { z } from 'astro/zod';

/** What kind of thing a topic is, in the order in which the site shows them. */
export const FACETS = ['task', 'method', 'property', 'contribution'] as const;
export type Facet = (typeof FACETS)[number];

/** Front matter of content/topics/SLUG.mdx. */
export const topicSchema = z.strictObject({
  /** Name that readers see: "Model compression". */
  label: z.string().min(1),
  facet: z.enum(FACETS),
  /** Slug of the next broader topic; a paper on this one is on that one too. */
  broader: z.string().optional(),
  /** Other words for it, singular, lower case but for acronyms and names: `LSTM`, `gated recurrent unit`. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Words that look like it and are not: `spectroscopic survey` for surveys. */
  negative: z.array(z.string().min(1)).default([]),
  /**
   * Words that suggest it without naming it, bars between alternatives, `*` for up to five words:
   * `release|present * dataset|corpus`. One alone earns nothing; what each is worth is learnt.
   */
  hints: z.array(z.string().refine(isHint)).default([]),
  /** Scope note for librarians: what counts, what does not. */
  definition: z.string().default(''),
  /** A person's corrections of learnt weights, by term: `"large language model": 1.5`. */
  weights: z.record(z.string(), z.number()).default({}),
});

/** Words, or alternatives of them, and stars only between them. */
function isHint(text: string): boolean {
  const parts = text.trim().split(/\s+/);
  const isWord = (word: string): boolean => word === '#' || /[\p{L}\p{N}]/u.test(word);
  return parts.every((part, at) =>
    part === '*' ? at > 0 && at + 1 < parts.length && parts[at - 1] !== '*' : part.split('|').every(isWord),
  );
}

/** A subject of the catalogue: one file of content/topics. */
export interface Topic extends z.infer<typeof topicSchema> {
  slug: string;
  /** A sentence or two for readers: the file's body as plain text. */
  introduction: string;
}
