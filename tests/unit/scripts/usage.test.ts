import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

/** Where there is nothing at all: no content, and nothing beside it. */
const empty = mkdtempSync(join(tmpdir(), 'offprint-usage-'));
afterAll(() => rmSync(empty, { recursive: true }));

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [resolve('scripts', `${script}.ts`), ...args], { cwd: empty, encoding: 'utf8' });

const COMMANDS = [
  ['build', 'build'],
  ['merge', 'merge'],
  ['preview', 'preview'],
  ['bench', 'bench'],
  ['soak', 'soak'],
  ['eval-search', 'eval:search'],
  ['eval-suggest', 'eval:suggest'],
  ['eval-related', 'eval:related'],
  ['eval-topics', 'eval:topics'],
  ['topics-learn', 'topics:learn'],
  ['learn-near-words', 'search:learn'],
  ['learn-words', 'words:learn'],
] as const;

describe.each(COMMANDS)('%s', (script, command) => {
  test('with an option that there is not says so, and how it is used, and exits with 2', () => {
    const { status, stderr } = run(script, '--nonsense');
    expect(stderr).toContain("Unknown option '--nonsense'");
    expect(stderr).toContain(`Usage: npm run ${command} -- `);
    expect(status).toBe(2);
  });

  test('without the papers that it needs says what is missing, without a trace, and exits with 2', () => {
    const { status, stderr } = run(script);
    expect(stderr).toContain(`Usage: npm run ${command} -- `);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(status).toBe(2);
  });
});

test.each([
  ['bench', '--n', 'many'],
  ['soak', '--papers', '0'],
  ['eval-search', '--papers', '1.5'],
  ['eval-suggest', '--top', '-3'],
  ['audit', '--runs', 'x'],
])('%s takes for %s no %s', (script, option, value) => {
  const { status, stderr } = run(script, `${option}=${value}`);
  expect(stderr).toContain(`${option} takes a whole number above 0, not "${value}"`);
  expect(status).toBe(2);
});
