/**
 * Read the YAML that the import writes: keys of small letters, ids, whole numbers, text in double quotes, lists on
 * one line, and maps and lists of maps indented by two. A file with 0.1 ms of YAML in it thus takes a tenth of that.
 *
 * @returns Undefined for any other YAML, which a real reader must then read. What it does read, it reads the same.
 */
export function readPlainYaml(yaml: string): Record<string, unknown> | undefined {
  const lines = yaml.split('\n');
  if (lines.pop() !== '') return undefined;
  const cursor = { lines, at: 0 };
  const map = readMap(cursor, '');
  return cursor.at === lines.length ? map : undefined;
}

interface Cursor {
  lines: string[];
  at: number;
}

const ITEM = '- ';
const DEEPER = '  ';

function readMap(cursor: Cursor, indent: string): Record<string, unknown> | undefined {
  const map: Record<string, unknown> = {};
  while (cursor.at < cursor.lines.length) {
    const line = cursor.lines[cursor.at] ?? '';
    const colon = line.indexOf(':', indent.length);
    const key = line.slice(indent.length, colon);
    if (!line.startsWith(indent) || !/^[a-z]+$/.test(key)) break;
    if (key in map || WORDS_OF_YAML.test(key)) return undefined;
    const value = line.slice(colon + 1);
    cursor.at += 1;
    map[key] = value === '' ? readBlock(cursor, indent + DEEPER) : value.startsWith(' ') ? readValue(value.slice(1)) : undefined;
    if (map[key] === undefined) return undefined;
  }
  return Object.keys(map).length > 0 ? map : undefined;
}

function readBlock(cursor: Cursor, indent: string): unknown {
  if (!cursor.lines[cursor.at]?.startsWith(indent + ITEM)) return readMap(cursor, indent);
  const list: unknown[] = [];
  while (cursor.lines[cursor.at]?.startsWith(indent + ITEM)) {
    cursor.lines[cursor.at] = indent + DEEPER + (cursor.lines[cursor.at]?.slice(indent.length + ITEM.length) ?? '');
    const item = readMap(cursor, indent + DEEPER);
    if (!item) return undefined;
    list.push(item);
  }
  return list;
}

function readValue(text: string): unknown {
  if (text.startsWith('"')) return readQuoted(text);
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (isPlainScalar(text)) return text;
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  if (text.startsWith('["')) return readQuoted(text);
  const items = text === '[]' ? [] : text.slice(1, -1).split(', ');
  return items.every(isPlainScalar) ? items : undefined;
}

/** JSON's strings are YAML's, and so are lists of them. */
function readQuoted(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'string') return value;
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

const WORDS_OF_YAML = /^(?:null|true|false|yes|no|on|off|y|n)$/;

/** True for text that every YAML reader takes for a string without quotes. */
export function isPlainScalar(text: string): boolean {
  return /^[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*$/.test(text) && !WORDS_OF_YAML.test(text);
}
