import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Screen, showProgress } from '../../../scripts/progress.ts';

/** A screen that keeps what it is told, and a clock that is set by hand. */
function fakeScreen(isWatched = true) {
  const written: string[] = [];
  const clock = { ms: 0 };
  const screen: Screen = { isWatched, write: (text) => void written.push(text), nowMs: () => clock.ms };
  /** What a person sees after all that. */
  const line = () => written.join('').split('\r\u001B[K').at(-1) ?? '';
  return { screen, written, clock, line };
}

describe('progress', () => {
  test('tells papers done, rate and time left', () => {
    const { screen, clock, line } = fakeScreen();
    const { show } = showProgress(screen);
    show('Finding topics', 0, 9000);
    clock.ms = 2000;
    show('Finding topics', 3000, 9000);
    expect(line()).toBe('Finding topics: 3000 of 9000, 1500 a second, 4 s left');
    clock.ms = 4000;
    show('Finding topics', 3001, 900_000);
    expect(line()).toBe('Finding topics: 3001 of 900000, 750 a second, 20 min left');
  });

  test('counts the rate of each stage from its own beginning, and tells none before it has run a while', () => {
    const { screen, clock, line } = fakeScreen();
    const { show } = showProgress(screen);
    show('Reading', 0, 10);
    clock.ms = 60_000;
    show('Indexing', 1, 100);
    expect(line()).toBe('Indexing: 1 of 100');
    clock.ms = 61_000;
    show('Indexing', 20, 100);
    expect(line()).toBe('Indexing: 20 of 100, 20 a second, 4 s left');
  });

  test('does not flicker for a short run, and writes at most ten times a second', () => {
    const { screen, written, clock } = fakeScreen();
    const { show, clear } = showProgress(screen);
    for (; clock.ms < 1000; clock.ms += 1) show('Reading', clock.ms, 9000);
    clear();
    expect(written).toEqual([]);
    for (; clock.ms < 2000; clock.ms += 1) show('Reading', clock.ms, 9000);
    expect(written).toHaveLength(10);
  });

  test('leaves an empty line when it is cleared, once', () => {
    const { screen, written, clock, line } = fakeScreen();
    const { show, clear } = showProgress(screen);
    clock.ms = 2000;
    show('Reading', 1, 2);
    clear();
    expect(line()).toBe('');
    const { length } = written;
    clear();
    expect(written).toHaveLength(length);
  });

  test('says nothing where nobody watches', () => {
    const { screen, written, clock } = fakeScreen(false);
    const { show, clear } = showProgress(screen);
    clock.ms = 60_000;
    show('Reading', 1, 2);
    clear();
    expect(written).toEqual([]);
  });
});

describe('standard error is watched', () => {
  const script = pathToFileURL(join('scripts', 'progress.ts')).href;
  /** Ask in a process whose standard error says of itself that it is, or is not, a terminal. */
  const isWatched = (isTerminal: boolean, environment: Record<string, string>) => {
    const { CI: _, ...rest } = process.env;
    const source = `
      Object.defineProperty(process.stderr, 'isTTY', { value: ${isTerminal || 'undefined'} });
      const { standardError } = await import(${JSON.stringify(script)});
      console.log(Boolean(standardError().isWatched));`;
    const env = { ...rest, ...environment };
    return spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8', env }).stdout.trim();
  };

  test('where it is a terminal', () => {
    expect(isWatched(true, {})).toBe('true');
  });
  test('but not where it is piped', () => {
    expect(isWatched(false, {})).toBe('false');
  });
  test('and not in CI', () => {
    expect(isWatched(true, { CI: 'true' })).toBe('false');
  });
});
