import type { VFileMessage } from 'vfile-message';
import { message, type Place } from '../model/messages.ts';
import type { Entry, Imported, TaggedPaper } from '../model/paper.ts';
import { COLLECTIVE_DOUBTS, type DoubtId } from '../model/record.ts';
import type { Staged } from '../model/staged.ts';
import { fieldHash, FIELDS, type Field, type Fields, showField } from './edits/fields.ts';
import { mergeTags } from './edits/tags.ts';
import { tagsAsWritten } from './edits/tags-as-written.ts';

/**
 * Put together what the import would write and what stands. A field whose hash is not the one of the last import is a
 * person's, and stays; tags by a person and tags of strength none stay whatever happens.
 *
 * @returns `standing` itself when nothing changes. Messages: `kept-edit` where a person's word stands against what
 * the import wrote and still would write, `conflicting-edit` where the import would now write something new.
 */
export function mergeEdits(paper: TaggedPaper, standing: Entry | undefined): Staged<Entry> {
  if (!standing) return { output: newEntry(paper), messages: [] };
  const messages: VFileMessage[] = [];
  const taken: Partial<Fields> = {};
  const written = new Map<Field, string | undefined>();
  const ours: Fields = { ...paper, topics: mergeTags(paper.topics, standing.topics), doubts: doubtsThatStand(paper, standing) };
  for (const field of standing.withdrawn ? [] : FIELDS) {
    const isSame = JSON.stringify(valueOf(field, ours)) === JSON.stringify(valueOf(field, standing));
    const last = standing.imported?.[field];
    const now = fieldHash(field, ours);
    if (isEdited(field, standing, paper)) {
      // Dump and person have come to say the same: from now on the import's word is good again.
      if (isSame && last !== undefined && !standing.isRich) written.set(field, now);
      else if (!isSame)
        messages.push(
          message(
            now === last ? 'kept-edit' : 'conflicting-edit',
            placeOf(field, standing),
            field,
            showField(field, standing),
            showField(field, ours),
          ),
        );
    } else if (!isSame || now !== last) {
      Object.assign(taken, valueOf(field, ours));
      written.set(field, now);
    }
  }
  const isUntouched = written.size === 0 && JSON.stringify(standing.sources) === JSON.stringify(paper.sources);
  const imported =
    written.size === 0
      ? standing.imported
      : remember({ run: paper.run, place: paper.place, ...standing.imported, ...Object.fromEntries(written) });
  return { output: isUntouched ? standing : { ...standing, ...taken, sources: paper.sources, imported }, messages };
}

function newEntry(paper: TaggedPaper): Entry {
  const { origin: _origin, records: _records, run, place, ...fields } = paper;
  const hashes = Object.fromEntries(FIELDS.map((field) => [field, fieldHash(field, paper)]));
  return { ...fields, imported: remember({ run, place, ...hashes }), isMdx: false, isRich: false };
}

/** The import's memory, its keys in their order. */
function remember({ run, place, ...hashes }: Imported): Imported {
  return { run, place, ...Object.fromEntries(FIELDS.map((field) => [field, hashes[field]])) };
}

function isEdited(field: Field, standing: Entry, paper: TaggedPaper): boolean {
  const last = standing.imported?.[field];
  if (field === 'abstract' && standing.isRich) return true;
  if (field === 'topics') return tagsAsWritten(standing, paper.topics) === undefined;
  return fieldHash(field, standing) !== last;
}

/** What the dump's text makes doubtful is settled where a person wrote the abstract. */
function doubtsThatStand(paper: TaggedPaper, standing: Entry): DoubtId[] {
  return isEdited('abstract', standing, paper) ? paper.doubts.filter((doubt) => COLLECTIVE_DOUBTS.includes(doubt)) : paper.doubts;
}

function valueOf(field: Field, fields: Fields): Partial<Fields> {
  return field === 'abstract' ? { abstract: fields.abstract, emphasis: fields.emphasis } : { [field]: fields[field] };
}

/** The line of a field in the entry's file. */
function placeOf(field: Field, { slug, text = '' }: Entry): Place {
  const lines = text.split('\n');
  const line = field === 'abstract' ? lines.indexOf('---', 1) + 3 : lines.findIndex((each) => each.startsWith(`${field}:`)) + 1;
  return { file: `papers/${slug}.mdx`, line: Math.max(1, Math.min(line, lines.length)) };
}
