import { z } from 'astro/zod';
import type { VFileMessage } from 'vfile-message';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { message } from './messages.ts';
import type { Place } from './messages.ts';
import { nearest } from './nearest.ts';
import type { Staged } from './staged.ts';

const filled = z
  .string({ error: 'Write it as text in quotes.' })
  .trim()
  .min(1, { error: 'Write something, or delete the line.' });

/** Everything that content/site.yaml may say. All of it is optional. */
export const siteSchema = z.strictObject({
  /** What the catalogue is called, in its head and in every title. */
  name: filled.default('Offprint'),
  /** A sentence for search engines and the home page. Default: one made of the counts. */
  description: filled.optional(),
  /** Where the site will stand, without a path: `https://papers.example.org`. Canonical links and OpenSearch need it. */
  address: z
    .url({ protocol: /^https$/, error: 'Write the whole address: address: https://papers.example.org' })
    .refine((address) => URL.parse(address)?.pathname === '/', {
      error: 'Leave the path out here and put it into base: base: /catalogue/',
    })
    .transform((address) => new URL(address).origin)
    .optional(),
  /** Path that the site is served under, with both slashes. */
  base: z
    .string({ error: 'Write a path with both slashes: base: /catalogue/' })
    .regex(/^\/([\w.~-]+\/)*$/, { error: 'Write it with both slashes, without spaces: base: /catalogue/' })
    .default('/'),
  /** Where readers report what is wrong: the web page of a repository. */
  repository: z
    .url({ protocol: /^https$/, error: 'Write the whole address: repository: https://github.com/you/papers' })
    .optional(),
  /** BCP 47 tag of the language that most texts are in. */
  language: z
    .string({ error: 'Write a language tag: language: en' })
    .refine(isLanguageTag, { error: 'Write a language tag: language: en' })
    .default('en'),
  /** What is licensed, and under what: `texts: CC BY 4.0`. Shown on the about page. */
  licences: z.record(z.string(), filled, { error: 'Write one line for each: licences: {texts: CC BY 4.0}' }).default({}),
});

/** The settings of a site, with every default filled in. */
export type Site = z.infer<typeof siteSchema>;

/**
 * Read content/site.yaml.
 *
 * @param text  What the file says; undefined where there is none, which is as good as an empty one.
 * @param file  Its path as the person knows it.
 * @returns The settings, where they are right. Messages: `site-unreadable`, `site-unknown-key`, `site-value`.
 */
export function readSite(text: string | undefined, file: string): Staged<Site> {
  const lines = new LineCounter();
  const document = parseDocument(text ?? '', { lineCounter: lines });
  const [damage] = document.errors;
  if (damage) {
    const { line, col } = lines.linePos(damage.pos[0]);
    return refused([
      message('site-unreadable', { file, line, column: col }, damage.message.split('\n')[0]?.replace(/ at line.*$/, '') ?? ''),
    ]);
  }
  const parsed = siteSchema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (parsed.success) return { output: parsed.data, messages: [] };
  return refused(parsed.error.issues.flatMap((issue) => explain(issue, document, lines, file)));
}

/** The default settings stand in, so that the caller can go on to find more; errors stop it in the end. */
function refused(messages: VFileMessage[]): Staged<Site> {
  return { output: siteSchema.parse({}), messages };
}

function explain(issue: z.core.$ZodIssue, document: Document, lines: LineCounter, file: string): VFileMessage[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(siteSchema.shape);
    return issue.keys.map((key) =>
      message('site-unknown-key', placeOf([key], document, lines, file), key, nearest(key, known), known),
    );
  }
  const key = issue.path.join('.');
  if (key === '') return [message('site-unreadable', { file, line: 1 }, 'It is no list of keys and values.')];
  return [message('site-value', placeOf(issue.path, document, lines, file), key, issue.input, issue.message)];
}

function placeOf(path: PropertyKey[], document: Document, lines: LineCounter, file: string): Place {
  const node = document.getIn(path, true);
  const range =
    typeof node === 'object' && node !== null && 'range' in node ? (node.range as [number] | null | undefined) : undefined;
  if (!range) return { file };
  return { file, line: lines.linePos(range[0]).line };
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // RangeError: no language tag
  }
}
