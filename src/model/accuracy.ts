import { z } from 'astro/zod';
import { message } from './messages.ts';
import type { Staged } from './staged.ts';
import { FACETS } from './topic.ts';

const share = z.number().min(0).max(1);
/** Of the tags given, how many are right; of the right ones, how many are given; and the harmonic mean of the two. */
const scoresSchema = z.object({ precision: share, recall: share, f1: share });

/** What `npm run eval:topics -- --write` measured, in content/learned/accuracy.json. Every figure is a share of 1. */
const accuracySchema = z.object({
  /** Day of the measurement: `2026-03-13`. */
  measured: z.iso.date(),
  /** Sets of papers labelled by hand, the one that counts most first. */
  sets: z
    .array(
      z.object({
        /** For readers, after "on": `80 papers that nothing was fitted to`. */
        name: z.string().min(1),
        papers: z.int().min(1),
        /** Core and minor tags together, over all pairs of paper and topic (micro-averaged). */
        all: scoresSchema,
        core: scoresSchema.optional(),
        minor: scoresSchema.optional(),
        facets: z.partialRecord(z.enum(FACETS), scoresSchema).default({}),
        /** By slug; only topics that enough papers have. */
        topics: z.record(z.string(), scoresSchema.extend({ papers: z.int().min(1) })).default({}),
        /** Simpler methods on the same papers, by name. */
        peers: z.record(z.string(), scoresSchema).default({}),
      }),
    )
    .min(1),
  /** The same without one ingredient at a time; the first row is with all of them. */
  ablation: z
    .object({
      /** For readers, after "on". */
      on: z.string().min(1),
      rows: z.array(scoresSchema.extend({ name: z.string().min(1) })).min(2),
    })
    .optional(),
});

export type Scores = z.infer<typeof scoresSchema>;
export type Accuracy = z.infer<typeof accuracySchema>;

/**
 * Read content/learned/accuracy.json.
 *
 * @param text  What the file says; undefined where there is none.
 * @param file  Its path as the person knows it.
 * @returns Undefined where nothing was measured. Messages: `invalid-accuracy`.
 */
export function readAccuracy(text: string | undefined, file: string): Staged<Accuracy | undefined> {
  if (text === undefined) return { output: undefined, messages: [] };
  const refused = (why: string) => ({ output: undefined, messages: [message('invalid-accuracy', { file }, why)] });
  try {
    const { success, data, error } = accuracySchema.safeParse(JSON.parse(text));
    if (success) return { output: data, messages: [] };
    const [issue] = error.issues;
    return refused(`${issue?.path.join('.')}: ${issue?.message}`);
  } catch (error) {
    return refused((error as SyntaxError).message);
  }
}
