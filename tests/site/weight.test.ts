import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';

/** Bytes over the wire, as a static host sends them: a page with its style sheets, scripts and icon; all that it needs but the font, which may come later. */
function weigh(dir: string, base: string, page: string): number {
  const html = readFileSync(page, 'utf8');
  const needed = [...html.matchAll(/<(?:link rel="(?:stylesheet|icon)" href|script[^>]* src)="([^"]+)"/g)].map(([, href = '']) =>
    join(dir, href.slice(base.length)),
  );
  expect(needed.length).toBeGreaterThan(2);
  return [page, ...needed].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

describe.each(inject('sites'))('the site at $base', ({ base, dir }) => {
  const pages = filesIn(dir).filter((file) => file.endsWith('index.html'));

  test.each([
    { kind: 'papers', limit: 14 * 1024, match: /^papers\/[^/]+\/index\.html$/ },
    { kind: 'topics', limit: 30 * 1024, match: /^topics\/[^/]+\/index\.html$/ },
    { kind: 'home', limit: 30 * 1024, match: /^index\.html$/ },
  ])('comes to a reader in at most $limit bytes a page: $kind', ({ limit, match }) => {
    const some = pages.filter((file) => match.test(relative(dir, file).replaceAll('\\', '/')));
    expect(some.length).toBeGreaterThan(0);
    const heavy = some.filter((page) => weigh(dir, base, page) > limit);
    expect(heavy).toEqual([]);
  });

  test('brings at most 15 KB of scripts of its own in all, search and worker and everything', () => {
    const scripts = filesIn(join(dir, '_astro')).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)).toBeLessThanOrEqual(15 * 1024);
  });

  test('asks for one script a page at most, besides the search page', () => {
    const many = pages.filter((page) => (readFileSync(page, 'utf8').match(/<script\b/g) ?? []).length > 1);
    expect(many.map((page) => relative(dir, page))).toEqual([join('search', 'index.html')]);
  });

  test('searches with at most 15 KB of its own code, besides Pagefind’s', () => {
    // What every page has (Page.astro) only leads to the search.
    const scripts = filesIn(join(dir, '_astro')).filter(
      (file) => file.endsWith('.js') && !basename(file).startsWith('Page.astro'),
    );
    expect(scripts.some((file) => basename(file).startsWith('worker-'))).toBe(true);
    const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    expect(bytes).toBeLessThanOrEqual(15 * 1024);
  });
});
