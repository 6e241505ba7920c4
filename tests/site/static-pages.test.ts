import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(inject('sites'))(
  'pages at $base are to the letter what Astro makes of them, page by page',
  ({ base, content, dir }) => {
    const byAstro = join(folder, base.replaceAll('/', '_'));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/build.ts', '--content', content, '--out', byAstro, '--by-astro'],
      {
        encoding: 'utf8',
      },
    );
    expect(status, stdout + stderr).toBe(0);
    const pages = htmlOf(dir);
    expect(pages.size).toBeGreaterThan(50);
    expect([...pages.keys()]).toEqual([...htmlOf(byAstro).keys()]);
    for (const [path, html] of htmlOf(byAstro)) expect(pages.get(path), path).toBe(html);
  },
);

function htmlOf(site: string): Map<string, string> {
  const files = filesIn(site).filter((file) => file.endsWith('.html'));
  return new Map(files.map((file) => [relative(site, file), readFileSync(file, 'utf8')]));
}
