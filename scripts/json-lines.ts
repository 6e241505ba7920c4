import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The records of a file with one JSON value a line, `.gz` or not. */
export function* readJsonLines<T>(file: string): Generator<T> {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  for (const line of text.split('\n')) if (line !== '') yield JSON.parse(line) as T;
}
