import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** A report in preparation: written in full before anything else is, and put in its place after. */
export interface Report {
  publish(): void;
  discard(): void;
}

/** Write a report beside its place. Throws where that cannot be written. */
export function prepareReport(path: string | undefined, json: string): Report {
  if (path === undefined) return { publish: () => {}, discard: () => {} };
  const aside = `${path}.tmp`;
  writeFileSync(aside, json);
  return { publish: () => renameSync(aside, path), discard: () => rmSync(aside, { force: true }) };
}
