import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'offprint-start-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Run scripts/start.ts until it serves, and stop it. Gives what it said. */
async function start(port: number): Promise<{ said: string; home: string }> {
  const content = inject('sites')[0]?.content ?? '';
  const child = spawn(process.execPath, [
    'scripts/start.ts',
    '--content',
    content,
    '--out',
    join(folder, 'dist'),
    '--port',
    String(port),
  ]);
  running.push(child);
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /(http:\/\/localhost:\d+\/)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`start ended with ${code}:\n${said}`)));
  });
  const home = await (await fetch(address)).text();
  child.kill();
  return { said, home };
}

test('the first start imports, builds and serves; the second finds all in place; a taken port is said', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const taken = (other.address() as { port: number }).port;

  const first = await start(taken);
  expect(first.home).toContain('<main');
  expect(first.said).toContain(`Port ${taken} is taken`);
  expect(first.said).toMatch(/\d\d papers, \d+ topics, \d+ pages in \d+\.\d s/);

  const second = await start(0);
  expect(second.home).toBe(first.home);
  expect(second.said).toContain('is in place');
  expect(second.said).not.toContain('entries written');
  other.close();
});
