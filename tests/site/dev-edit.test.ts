import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'offprint-dev-'));
const content = join(folder, 'content');
const papers = join(content, 'papers');
cpSync('tests/fixtures/content/plain-and-as-mdx', content, { recursive: true });
// Astro's development server serves no page where it sees that Vitest runs.
const env = { ...process.env, VITEST: undefined };
const dev = spawn(process.execPath, ['scripts/dev.ts', '--content', content, '--port', '0'], { env });
let address = '';

beforeAll(async () => {
  for (let said = ''; address === '';) {
    const [chunk] = (await once(dev.stdout, 'data')) as [Buffer];
    said += chunk.toString();
    address = /http:\/\/localhost:\d+\//.exec(said)?.[0] ?? '';
  }
}, 60_000);
afterAll(async () => {
  dev.kill();
  await once(dev, 'exit');
  rmSync(folder, { recursive: true });
});

const page = async (slug: string) => (await fetch(`${address}papers/${slug}/`)).text();

test('an edit of an entry is on its page, of a plain one and of one with JSX, however the editor saves', async () => {
  for (const slug of ['emphasis-and-marks', 'emphasis-and-marks-as-mdx']) {
    const file = join(papers, `${slug}.mdx`);
    expect(await page(slug)).not.toContain('Added by hand');
    writeFileSync(`${file}.tmp`, readFileSync(file, 'utf8').replace('---\n\n', '---\n\nAdded by hand. '));
    renameSync(`${file}.tmp`, file);
    await expect.poll(() => page(slug), { timeout: 5000 }).toContain('Added by hand');
  }
});

test('an entry that is added or taken away is there or gone at once', async () => {
  const file = join(papers, 'quite-new.mdx');
  expect((await fetch(`${address}papers/quite-new/`)).status).toBe(404);
  writeFileSync(file, '---\ntitle: "Quite New"\n---\n\nA text.\n');
  await expect.poll(() => page('quite-new'), { timeout: 5000 }).toContain('A text.');
  rmSync(file);
  await expect.poll(async () => (await fetch(`${address}papers/quite-new/`)).status, { timeout: 5000 }).toBe(404);
});
