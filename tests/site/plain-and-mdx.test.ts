import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// Each entry stands there twice: as the loader renders it, and with a comment at its end, so that MDX compiles it.
const content = 'tests/fixtures/content/plain-and-as-mdx';
const slugs = readdirSync(join(content, 'papers')).map((file) => file.replace('.mdx', ''));
const plain = slugs.filter((slug) => !slug.endsWith('-as-mdx'));
const dist = mkdtempSync(join(tmpdir(), 'offprint-'));

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts', '--content', content, '--out', dist], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(dist, { recursive: true }));

test.each(plain)('%s gives the same HTML through the loader and through MDX', (slug) => {
  const abstract = abstractOf(slug);
  expect(abstract).toContain('<p>');
  expect(abstract).toBe(abstractOf(`${slug}-as-mdx`));
});

/** The HTML of an abstract; Astro's renderer of MDX also writes quotes as references, which say the same. */
function abstractOf(slug: string): string {
  const html = readFileSync(join(dist, 'papers', slug, 'index.html'), 'utf8');
  const section = /<section class="abstract">.*?<\/section>/s.exec(html)?.[0] ?? '';
  return section
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s*<\/section>/, '');
}
