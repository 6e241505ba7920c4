import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let content: string;

/** Three papers on one thing, as a listing gives them. */
const DUMP = [
  ['Reefs in warm years', 'We map coral bleaching from the air. Coral bleaching spreads in warm years.'],
  ['Of heat and colour', 'The causes of coral bleaching are many, and coral bleaching is one sign of heat.'],
  ['A note on lagoons', 'We study coral bleaching at the edge of shallow lagoons.'],
].flat();

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'offprint-first-'));
  mkdirSync(join(content, 'dumps'));
  writeFileSync(join(content, 'dumps/listing.txt'), `${DUMP.join('\n\n')}\n`);
});
afterEach(() => rmSync(content, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/import.ts', '--content', content, ...args], { encoding: 'utf8' });
const names = (folder: string) => readdirSync(join(content, folder));

describe('the first import of a catalogue without topics', () => {
  test('finds topics in the papers, writes them, and gives them to the papers', () => {
    expect(run().status).toBe(0);
    expect(names('topics')).toContain('coral-bleaching.mdx');
    const about = names('papers').map((name) => readFileSync(join(content, 'papers', name), 'utf8'));
    expect(about.filter((text) => text.includes('slug: coral-bleaching'))).not.toEqual([]);
  });

  test('is followed by imports that change nothing', () => {
    run();
    const topics = names('topics');
    expect(run('--check').status).toBe(0);
    expect(run().status).toBe(0);
    expect(names('topics')).toEqual(topics);
  });

  test('keeps to the topics that are there', () => {
    mkdirSync(join(content, 'topics'));
    writeFileSync(join(content, 'topics/lagoons.mdx'), '---\nlabel: Lagoons\nfacet: task\n---\n\nShallow water.\n');
    run();
    expect(names('topics')).toEqual(['lagoons.mdx']);
  });

  test('writes nothing when it only checks', () => {
    expect(run('--check').status).toBe(3);
    expect(readdirSync(content)).toEqual(['dumps']);
  });
});
