import { z } from 'astro/zod';
import { DOUBTS } from './record.ts';
import { STRENGTHS } from './tag.ts';

const text = z.string().trim().min(1);
const hash = z
  .string()
  .regex(/^[0-9a-f]{8}$/)
  .optional();

const tag = z.strictObject({
  slug: text,
  strength: z.enum(STRENGTHS),
  evidence: z.array(text).default([]),
  by: z.literal('person').optional(),
});

/** Front matter of content/papers/SLUG.mdx; only the title must be there. */
export const entrySchema = z.strictObject({
  title: text,
  topics: z.array(tag).default([]),
  links: z.array(text).default([]),
  sources: z.array(z.strictObject({ dump: text, hash: text, listed: text.optional() })).default([]),
  doubts: z.array(z.enum(DOUBTS)).default([]),
  authors: z.array(z.strictObject({ given: text.optional(), family: text })).optional(),
  year: z.int().optional(),
  venue: text.optional(),
  ids: z
    .strictObject({ doi: text.optional(), arxiv: text.optional(), acl: text.optional(), openreview: text.optional() })
    .optional(),
  url: text.optional(),
  pdf: text.optional(),
  keywords: z.array(text).optional(),
  language: text.optional(),
  licence: text.optional(),
  note: text.optional(),
  withdrawn: z.strictObject({ why: text, when: text }).optional(),
  extra: z.record(z.string(), z.unknown()).optional(),
  imported: z
    .strictObject({
      run: z.int().min(1),
      place: z.int().min(1),
      title: hash,
      abstract: hash,
      topics: hash,
      links: hash,
      doubts: hash,
      language: hash,
    })
    .optional(),
});

/** What a right value of each key looks like, for messages about wrong ones. */
export const ENTRY_EXAMPLES: Record<keyof z.infer<typeof entrySchema>, string> = {
  title: 'title: "Attention Is All You Need"',
  topics: 'topics: a list of {slug, strength: core, minor or none, evidence: […], by: person}',
  links: 'links: ["https://example.org/code"]',
  sources: 'sources: a list of {dump, hash, listed}',
  doubts: `doubts: a list of ${DOUBTS.join(', ')}`,
  authors: 'authors: a list of {given: "Ada", family: "Lovelace"}',
  year: 'year: 2020',
  venue: 'venue: "ICLR"',
  ids: 'ids: {doi, arxiv, acl, openreview}, each in quotes',
  url: 'url: "https://example.org/paper"',
  pdf: 'pdf: "https://example.org/paper.pdf"',
  keywords: 'keywords: ["pruning", "sparsity"]',
  language: 'language: "fr"',
  licence: 'licence: "CC-BY-4.0"',
  note: 'note: "…"',
  withdrawn: 'withdrawn: {why: "…", when: "2026-03-13"}',
  extra: 'extra: keys of your own',
  imported: 'imported: as the import wrote it; delete the key when in doubt',
};
