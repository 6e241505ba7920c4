import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Learned } from '../src/pipeline/evidence/learned.ts';

/** What DIR/learned holds, or undefined where nothing was learnt. */
export function readLearned(content: string): Learned | undefined {
  const path = (name: string) => join(content, 'learned', name);
  if (!existsSync(path('weights.json')) || !existsSync(path('combination.json'))) return undefined;
  const read = (name: string): unknown => JSON.parse(readFileSync(path(name), 'utf8'));
  return { weights: read('weights.json'), combination: read('combination.json') } as Learned;
}
