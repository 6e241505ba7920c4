import type { Entry } from '../../model/paper.ts';
import type { Tag } from '../../model/tag.ts';
import { isPlainScalar } from '../../model/plain-yaml.ts';

/** Keys of an entry's front matter in the order in which they are written. */
export const KEYS = [
  'title',
  'topics',
  'links',
  'sources',
  'doubts',
  'authors',
  'year',
  'venue',
  'ids',
  'url',
  'pdf',
  'keywords',
  'language',
  'licence',
  'note',
  'withdrawn',
  'extra',
  'imported',
] as const satisfies (keyof Entry)[];

/** Keys whose values are ids of ours: written without quotes where YAML allows it. */
const ID_KEYS = new Set(['slug', 'strength', 'by', 'doubts', 'dump']);

/** Write an entry's front matter: keys in a fixed order, text in double quotes, no line ever folded. */
export function writeFrontMatter(entry: Entry): string {
  const written = { ...entry, topics: entry.topics.map(asWritten) };
  return KEYS.map((key) => writeKey(key, written[key])).join('');
}

/** A person gives no evidence, and need not be told so: such a tag stays as it was written. */
function asWritten({ evidence, ...tag }: Tag): object {
  const { slug, strength, by } = tag;
  return by === 'person' && evidence.length === 0 ? tag : { slug, strength, evidence, ...(by === undefined ? {} : { by }) };
}

/** One key with its value, and the line feed after it; nothing for a value that is undefined. */
export function writeKey(key: string, value: unknown, indent = ''): string {
  if (value === undefined) return '';
  const name = `${indent}${/^[a-z]+$/.test(key) ? key : quote(key)}:`;
  if (Array.isArray(value)) {
    if (value.length === 0 || typeof value[0] !== 'object')
      return `${name} [${value.map((item) => writeScalar(key, item)).join(', ')}]\n`;
    return `${name}\n${value.map((item: object) => writeItem(item, `${indent}  `)).join('')}`;
  }
  if (typeof value === 'object' && value !== null) {
    const inner = Object.entries(value)
      .map(([each, of]) => writeKey(each, of, `${indent}  `))
      .join('');
    return inner === '' ? `${name} {}\n` : `${name}\n${inner}`;
  }
  return `${name} ${writeScalar(key, value)}\n`;
}

function writeItem(item: object, indent: string): string {
  const lines = Object.entries(item)
    .map(([key, value]) => writeKey(key, value, `${indent}  `))
    .join('');
  return `${indent}- ${lines.slice(indent.length + 2)}`;
}

function writeScalar(key: string, value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return ID_KEYS.has(key) && isPlainScalar(value) ? value : quote(value);
}

/** JSON's quotes are YAML's; what YAML readers refuse as it is goes by its number. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
