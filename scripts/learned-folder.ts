import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Learned } from '../src/pipeline/evidence/learned.ts';

/**
 * What DIR/learned holds; a catalogue that has learnt nothing of its own takes what Offprint brings with it, which
 * speaks only of topics by the slugs that it knows.
 */
export function readLearned(content: string): Learned | undefined {
  return readFolder(join(content, 'learned')) ?? readFolder(join(import.meta.dirname, '../content/learned'));
}

function readFolder(folder: string): Learned | undefined {
  const weights = join(folder, 'weights.json');
  const combination = join(folder, 'combination.json');
  if (!existsSync(weights) || !existsSync(combination)) return undefined;
  return { weights: readJson(weights), combination: readJson(combination) } as Learned;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
