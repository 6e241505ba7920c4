import { parseDocument } from 'yaml';
import { readEntry } from '../model/entry.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import type { Entry } from '../model/paper.ts';
import { writeBody } from './mdx/body.ts';
import { KEYS, writeFrontMatter, writeKey } from './mdx/front-matter.ts';

/** A file of content/papers: its name without `.mdx`, and its text. */
export interface EntryFile {
  slug: string;
  text: string;
}

/**
 * Write an entry so that the build reads back the same: no text of it is ever JSX, an expression, ESM, front matter or
 * other Markdown. Of a file that a person formatted in a way of their own, only what has changed is written anew.
 */
export function writeMdx(entry: Entry): EntryFile {
  const standing = entry.text === undefined ? undefined : readEntry(entry.slug, entry.text).output;
  const isFormatted = standing !== undefined && compose(standing) !== entry.text;
  return { slug: entry.slug, text: isFormatted ? patch(entry, standing) : compose(entry) };
}

function compose(entry: Entry): string {
  return `---\n${writeFrontMatter(entry)}---\n${composeBody(entry)}`;
}

function composeBody({ abstract, emphasis }: Entry): string {
  return abstract === '' ? '' : `\n${writeBody(abstract, emphasis)}`;
}

/** The standing file with the keys and the body that have changed; comments, order and line breaks of the rest stay. */
function patch(entry: Entry, standing: Entry): string {
  const { yaml, body } = splitFrontMatter(standing.text ?? '') ?? { yaml: '', body: '' };
  const document = parseDocument(yaml);
  for (const key of KEYS) {
    if (isSame(entry[key], standing[key])) continue;
    if (entry[key] === undefined) document.delete(key);
    else document.set(key, parseDocument(writeKey(key, entry[key])).get(key, true));
  }
  const front = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const keepsBody = isSame([entry.abstract, entry.emphasis], [standing.abstract, standing.emphasis]);
  return `---\n${front}---\n${keepsBody ? body.replaceAll('\r\n', '\n') : composeBody(entry)}`;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
