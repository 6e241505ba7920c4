import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dumpOf, makeContent, readAll, runImport } from './catalogues.ts';
import { importWithTrouble } from './troubled-disk.ts';

/** With those at which it writes, below, some hundred in all. */
const MOMENTS = 80;
/** At once, on as many processors as there may be. */
const LANES = 2;

const titles = Array.from({ length: 150 }, (_, at) => `Shelf Mark ${at} and What Stands There`);

/** Run an import, and kill it after a time when one is given. Never waits in the way of another's timer. */
async function runAndKill(content: string, delayMs?: number): Promise<{ status: number | null; isKilled: boolean }> {
  const run = spawn(process.execPath, ['scripts/import.ts', '--content', content], { stdio: 'ignore' });
  const timer = delayMs === undefined ? undefined : setTimeout(() => run.kill('SIGKILL'), delayMs);
  const [status, signal] = (await once(run, 'exit')) as [number | null, string | null];
  clearTimeout(timer);
  return { status, isKilled: signal === 'SIGKILL' };
}

/** How long an import takes that is not killed, beside as many others as will run at once. */
async function measureMs(dump: string): Promise<number> {
  const started = performance.now();
  await Promise.all(Array.from({ length: LANES }, () => runAndKill(makeContent({ 'list.txt': dump }))));
  return performance.now() - started;
}

test('an import killed at any moment and run again ends in the same bytes as one never killed', async () => {
  const dump = dumpOf(...titles);
  const whole = makeContent({ 'list.txt': dump });
  expect(await runAndKill(whole)).toEqual({ status: 0, isKilled: false });
  const expected = readAll(whole);
  const tookMs = await measureMs(dump);
  let killed = 0;
  const lane = async (first: number) => {
    for (let moment = first; moment < MOMENTS; moment += LANES) {
      const content = makeContent({ 'list.txt': dump });
      const { isKilled } = await runAndKill(content, (tookMs * (moment + 1)) / MOMENTS);
      if (isKilled) killed += 1;
      const papers = Object.entries(readAll(join(content, 'papers'))).filter(([, text]) => !text.endsWith('\n'));
      expect(papers, 'half-written entries').toEqual([]);
      expect((await runAndKill(content)).status).toBe(0);
      expect(readAll(content)).toEqual(expected);
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)));
  expect(killed).toBeGreaterThan(MOMENTS / 2);
}, 600_000);

test.each([
  ['killed', 'SIGKILL', 1],
  // The same, for the import does nothing when it gets the signal: some of the times show it.
  ['stopped by Ctrl-C', 'SIGINT', 3],
] as const)(
  'an import %s at each time that it writes, and run again, ends in the same bytes as well',
  (_, signal, every) => {
    const before = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
    runImport(before);
    writeFileSync(join(before, 'dumps/list.txt'), dumpOf('Of Bookends', 'Shelves and Slips', 'On Card Indexes'));
    const copy = () => {
      const content = makeContent({});
      cpSync(before, content, { recursive: true });
      return content;
    };
    const whole = copy();
    const { times } = importWithTrouble(whole, signal, Infinity);
    expect(times).toBeGreaterThan(20);
    const expected = readAll(whole);
    const old = readAll(before);
    let decided = 0;
    for (let at = 1; at <= times; at += every) {
      const content = copy();
      const stopped = importWithTrouble(content, signal, at);
      expect(stopped.signal, `at ${at}`).toBe(signal);
      decided += Number(stopped.isDecided);
      const halfWritten = Object.entries(readAll(join(content, 'papers'))).filter(
        ([name, text]) => text !== expected[`papers/${name}`] && text !== old[`papers/${name}`],
      );
      expect(halfWritten, `at ${at}`).toEqual([]);
      expect(runImport(content).status, `at ${at}`).toBe(0);
      expect(readAll(content), `at ${at}`).toEqual(expected);
    }
    expect(decided, 'stopped between the decision and its end').toBeGreaterThan(0);
  },
  300_000,
);
