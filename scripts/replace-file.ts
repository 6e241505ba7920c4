import { renameSync, writeFileSync } from 'node:fs';

/** Write a file beside itself, then put it in its place: whoever reads it finds the old or the new, whole. */
export function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}
