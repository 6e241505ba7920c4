import type { Entry } from '../../model/paper.ts';
import { hexHash } from '../identity/keys.ts';
import { isDerived } from './tags.ts';

/** Fields that the import writes and remembers by a hash, in the order in which the hashes are written. */
export const FIELDS = ['title', 'abstract', 'topics', 'links', 'doubts', 'language'] as const;
export type Field = (typeof FIELDS)[number];
export type Fields = Pick<Entry, 'title' | 'abstract' | 'emphasis' | 'topics' | 'links' | 'doubts' | 'language'>;

/**
 * First 8 hex digits of SHA-256 of a field; undefined where there are no doubts or no language.
 *
 * Of the topics only those count that no person gave or took away, in any order.
 */
export function fieldHash<F extends Field>(
  field: F,
  fields: Pick<Fields, F | (F extends 'abstract' ? 'emphasis' : never)>,
): string | undefined {
  const value = valueOf(field, fields as Fields);
  return value === undefined ? undefined : hexHash(JSON.stringify(value), 8);
}

/** A field as a person reads it in a message. */
export function showField(field: Field, fields: Fields): string {
  const value = fields[field];
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'string' ? item : `${item.slug} (${item.strength})`)).join(', ') || 'none';
  return value === undefined || value === '' ? 'nothing' : value;
}

function valueOf(field: Field, { title, abstract, emphasis, topics, links, doubts, language }: Fields): unknown {
  if (field === 'title') return title;
  if (field === 'abstract') return [abstract, emphasis.map(({ start, end }) => [start, end])];
  if (field === 'topics')
    return topics
      .filter(isDerived)
      .map(({ slug, strength, evidence }) => [slug, strength, evidence].flat())
      .sort();
  if (field === 'links') return links;
  if (field === 'doubts') return doubts.length === 0 ? undefined : doubts;
  return language;
}
