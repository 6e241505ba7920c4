import type { VFileMessage } from 'vfile-message';
import { message } from '../model/messages.ts';
import type { Entry, TaggedPaper } from '../model/paper.ts';
import type { Staged } from '../model/staged.ts';
import { STRENGTHS, type Tag } from '../model/tag.ts';
import { hexHash } from './identity/keys.ts';

/** Fields that the import writes and remembers by a hash. */
const FIELDS = ['title', 'abstract', 'topics', 'links'] as const;
type Field = (typeof FIELDS)[number];

/**
 * Put together what the import would write and what stands: a field whose hash is not that of the last import is a
 * person's, and stays. Tags by a person and tags of strength none stay whatever happens.
 *
 * @returns `standing` itself when nothing changes. Messages: `kept-edit` where the import would write something else.
 */
export function mergeEdits(paper: TaggedPaper, standing: Entry | undefined): Staged<Entry> {
  if (!standing) return { output: newEntry(paper), messages: [] };
  const messages: VFileMessage[] = [];
  const output: Entry = {
    ...standing,
    sources: paper.sources,
    imported: { run: paper.run, place: paper.place, ...standing.imported },
  };
  const keepsText = isEdited('title', standing) || isEdited('abstract', standing);
  if (!keepsText) Object.assign(output, { doubts: paper.doubts, language: paper.language });
  for (const field of FIELDS) {
    const ours = fieldHash(field, paper);
    const theirs = fieldHash(field, standing);
    if (ours === theirs) continue;
    if (isEdited(field, standing)) {
      messages.push(
        message('kept-edit', { file: `papers/${standing.slug}.mdx` }, field, showField(field, standing), showField(field, paper)),
      );
    } else {
      Object.assign(output, takeField(field, paper, standing));
      output.imported = { run: paper.run, place: paper.place, ...output.imported, [field]: ours };
    }
  }
  return { output: isSame(output, standing) ? standing : output, messages };
}

function newEntry(paper: TaggedPaper): Entry {
  const hashes = Object.fromEntries(FIELDS.map((field) => [field, fieldHash(field, paper)]));
  const { origin: _origin, run, place, ...fields } = paper;
  return { ...fields, imported: { run, place, ...hashes }, isMdx: false, isRich: false };
}

type Fields = Pick<Entry, 'title' | 'abstract' | 'emphasis' | 'topics' | 'links'>;

/** First 8 hex digits of SHA-256 of a field; of the topics, only those that no person gave or took away. */
function fieldHash(field: Field, { title, abstract, emphasis, topics, links }: Fields): string {
  const values = {
    title,
    abstract: [abstract, emphasis.map(({ start, end }) => [start, end])],
    topics: topics.filter(isImports).map(({ slug, strength, evidence }) => [slug, strength, evidence]),
    links,
  };
  return hexHash(JSON.stringify(values[field]), 8);
}

function isEdited(field: Field, standing: Entry): boolean {
  if (field === 'abstract' && standing.isRich) return true;
  return fieldHash(field, standing) !== standing.imported?.[field];
}

function isImports(tag: Tag): boolean {
  return tag.by !== 'person' && tag.strength !== 'none';
}

function takeField(field: Field, paper: TaggedPaper, standing: Entry): Partial<Entry> {
  if (field === 'abstract') return { abstract: paper.abstract, emphasis: paper.emphasis };
  if (field === 'topics') return { topics: mergeTags(paper.topics, standing.topics) };
  return { [field]: paper[field] };
}

/** A person's tags first among those of their strength. */
function mergeTags(derived: Tag[], standing: Tag[]): Tag[] {
  const persons = standing.filter((tag) => !isImports(tag));
  const rest = derived.filter((tag) => !persons.some(({ slug }) => slug === tag.slug));
  const all = [...persons, ...rest];
  return STRENGTHS.flatMap((strength) => all.filter((tag) => tag.strength === strength));
}

function showField(field: Field, fields: Fields): string {
  if (field === 'topics') return fields.topics.map(({ slug, strength }) => `${slug} (${strength})`).join(', ') || 'none';
  if (field === 'links') return fields.links.join(', ') || 'none';
  return fields[field] || 'nothing';
}

function isSame(one: Entry, other: Entry): boolean {
  return JSON.stringify(one) === JSON.stringify({ ...one, ...other });
}
