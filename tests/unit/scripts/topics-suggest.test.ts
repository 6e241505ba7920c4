import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let content: string;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'offprint-suggest-'));
  mkdirSync(join(content, 'papers'));
  for (const [i, words] of ['Of coral bleaching.', 'Why coral bleaching?', 'Coral bleaching, again.'].entries()) {
    writeFileSync(join(content, `papers/p${i}.mdx`), `---\ntitle: "Note ${i}"\n---\n\n${words}\n`);
  }
});
afterEach(() => rmSync(content, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/topics-suggest.ts', '--content', content, ...args], { encoding: 'utf8' });
const topics = () => (existsSync(join(content, 'topics')) ? readdirSync(join(content, 'topics')) : []);

describe('topics:suggest', () => {
  test('proposes topics as files beside, and tells which papers each would tag', () => {
    const { status, stdout } = run();
    expect(status).toBe(0);
    expect(stdout).toContain('coral-bleaching  Coral bleaching: 3 papers\n    Note 0\n    Note 1\n    Note 2\n');
    expect(readdirSync(join(content, 'topics-suggested'))).toContain('coral-bleaching.mdx');
    expect(topics()).toEqual([]);
  });

  test('accepts one as a person left it, and then no longer proposes it', () => {
    run();
    const file = join(content, 'topics-suggested/coral-bleaching.mdx');
    const edited = readFileSync(file, 'utf8').replace('facet: task', 'facet: property');
    writeFileSync(file, edited);
    expect(run('--accept', 'coral-bleaching').status).toBe(0);
    expect(topics()).toEqual(['coral-bleaching.mdx']);
    expect(readFileSync(join(content, 'topics/coral-bleaching.mdx'), 'utf8')).toBe(edited);
    expect(run().stdout).not.toContain('coral-bleaching  ');
  });

  test('accepts all', () => {
    expect(run('--accept-all').status).toBe(0);
    expect(topics()).toContain('coral-bleaching.mdx');
  });

  test('refuses what was never proposed, and then accepts nothing', () => {
    const { status, stderr } = run('--accept', 'coral-bleaching', 'no-such-topic');
    expect(status).toBe(1);
    expect(stderr).toBe('No topic is proposed as no-such-topic. Nothing was accepted; npm run topics:suggest lists what is.\n');
    expect(topics()).toEqual([]);
  });

  test('says what is wrong with its arguments, and that there are no papers', () => {
    expect(run('coral-bleaching')).toMatchObject({ status: 2, stderr: expect.stringContaining('Write --accept before slugs.') });
    expect(run('--accept', 'x', '--accept-all')).toMatchObject({ status: 2, stderr: expect.stringContaining('not both') });
    expect(run('--acept', 'x')).toMatchObject({ status: 2, stderr: expect.stringContaining("Unknown option '--acept'") });
    rmSync(join(content, 'papers'), { recursive: true });
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('There are no papers in') });
  });
});
