import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/eval-topics.ts', ...args], { encoding: 'utf8' });

test.each([
  ['without labelled papers', ['--labels', 'tests/no-such-folder'], 'There are no labelled papers in tests/no-such-folder'],
  ['without topics', ['--content', 'tests/fixtures/content/no-papers-yet'], 'There are no topics in'],
  ['with parts that are no number', ['--folds', 'many'], '--folds takes 0, or a number from 2 on, not "many".'],
  ['with an option that there is not', ['--fold', '3'], "Unknown option '--fold'"],
])('%s it says what is wrong and how it is used, and exits with 2', (_what, args, why) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(why);
  expect(stderr).toContain('Usage: npm run eval:topics -- ');
});
