import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const { base, content, dir } = inject('siteOfAllKinds');
let address = '';
// Astro's development server serves no page where it sees that Vitest runs.
const env = { ...process.env, VITEST: undefined };
const dev = spawn(process.execPath, ['scripts/dev.ts', '--content', content, '--out', dir, '--port', '0'], { env });
afterAll(() => dev.kill());

beforeAll(async () => {
  let said = '';
  address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /(http:\/\/localhost:\d+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found + base);
    };
    dev.stdout.on('data', hear);
    dev.stderr.on('data', hear);
    dev.once('exit', (code) => reject(new Error(`dev ended with ${code}:\n${said}`)));
  });
}, 60_000);

test('pages are there as they stand in the content directory, old addresses and changes among them', async () => {
  const textOf = async (path: string) => (await fetch(address + path)).text();
  expect(await textOf('papers/in-french/')).toContain('Une étude des transformeurs');
  expect(await textOf('papers/an-older-name/')).toContain('http-equiv="refresh"');
  expect(await textOf('changes/')).toContain('papers/in-french/');
  expect((await fetch(`${address}papers/nowhere/`)).status).toBe(404);
});

test('search answers from the index of the last build, and says so', async () => {
  expect(await (await fetch(`${address}search/`)).text()).toContain('While you edit');
  const served = await fetch(`${address}pagefind/pagefind-entry.json`);
  expect(served.status).toBe(200);
  expect(await served.json()).toHaveProperty('languages');
});
