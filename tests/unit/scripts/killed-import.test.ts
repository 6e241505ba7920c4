import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dumpOf, makeContent, readAll, runImport } from './catalogues.ts';

const MOMENTS = 100;
/** At once, on as many processors as there may be. */
const LANES = 2;

const titles = Array.from({ length: 150 }, (_, at) => `Shelf Mark ${at} and What Stands There`);

/** Kill an import after this long; true when it was still at work. */
async function killAfter(content: string, delayMs: number): Promise<boolean> {
  const run = spawn(process.execPath, ['scripts/import.ts', '--content', content], { stdio: 'ignore' });
  const timer = setTimeout(() => run.kill('SIGKILL'), delayMs);
  const [, signal] = (await once(run, 'exit')) as [number | null, string | null];
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

test('an import killed at any moment and run again ends in the same bytes as one never killed', async () => {
  const dump = dumpOf(...titles);
  const whole = makeContent({ 'list.txt': dump });
  const started = performance.now();
  expect(runImport(whole).status).toBe(0);
  const tookMs = performance.now() - started;
  const expected = readAll(whole);
  let killed = 0;
  const lane = async (first: number) => {
    for (let moment = first; moment < MOMENTS; moment += LANES) {
      const content = makeContent({ 'list.txt': dump });
      if (await killAfter(content, (tookMs * (moment + 1)) / MOMENTS)) killed += 1;
      const papers = Object.entries(readAll(join(content, 'papers'))).filter(([, text]) => !text.endsWith('\n'));
      expect(papers, 'half-written entries').toEqual([]);
      expect(runImport(content).status).toBe(0);
      expect(readAll(content)).toEqual(expected);
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)));
  expect(killed).toBeGreaterThan(MOMENTS / 4);
}, 600_000);
