import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { describe, expect, inject, test } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';
import { makeHtmlValidator } from '../../scripts/html-validator.ts';
import { serve } from '../../scripts/serve.ts';
import type { Accuracy } from '../../src/model/accuracy.ts';

const validate = makeHtmlValidator();

const hostile = { ...inject('hostileSite'), name: 'the site of hostile texts' };
const allKinds = { ...inject('siteOfAllKinds'), name: 'the site of all kinds of pages' };
const real = inject('sites').map((site) => ({ ...site, name: `the site at ${site.base}` }));

describe.each([...real, hostile, allKinds])('$name', ({ base, content, dir }) => {
  const pages = filesIn(dir).filter((file) => file.endsWith('.html'));

  test('shows every figure that was measured of its topics', () => {
    const file = join(content, 'learned/accuracy.json');
    const page = readFileSync(join(dir, 'about/topics/index.html'), 'utf8')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    if (!existsSync(file)) {
      expect(page).toContain('Nothing was measured');
      return;
    }
    const { sets } = JSON.parse(readFileSync(file, 'utf8')) as Accuracy;
    const figures = sets.flatMap(({ all, core, minor, peers }) => [all, core, minor, ...Object.values(peers)]);
    for (const scores of figures) {
      if (!scores) continue;
      expect(page).toContain([scores.precision, scores.recall, scores.f1].map((share) => share.toFixed(2)).join(' '));
    }
  });

  test('has a page for each paper, and the pages that every catalogue has', () => {
    const addresses = pages.map((file) => relative(dir, file).replaceAll('\\', '/'));
    for (const page of ['', 'papers/', 'topics/', 'search/', 'about/', 'about/topics/', 'about/quality/', 'changes/'])
      expect(addresses).toContain(`${page}index.html`);
    expect(addresses).toContain('404.html');
    const papers = filesIn(join(content, 'papers')).map((file) => `papers/${basename(file, '.mdx')}/index.html`);
    expect(papers.length).toBeGreaterThan(3);
    expect(papers.filter((address) => !addresses.includes(address))).toEqual([]);
  });

  test('is valid HTML on every page', async () => {
    const problems: string[] = [];
    for (const page of pages) problems.push(...(await validate(readFileSync(page, 'utf8'), relative(dir, page))));
    expect(problems).toEqual([]);
  });

  test('stands under a strict policy on every page', () => {
    for (const page of pages) {
      const html = readFileSync(page, 'utf8');
      const policy = /<meta http-equiv="content-security-policy" content="([^"]+)">/i.exec(html)?.[1] ?? '';
      expect(policy, page).toContain("default-src 'self'");
      expect(policy, page).toMatch(/script-src [^;]*'sha256-/);
      expect(policy, page).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
    }
  });

  test('has no broken link, no link that is only redirected, and a way from the home page to every page', async () => {
    const site = await serve(dir, { base, port: 0 });
    const origin = new URL(site.address).origin;
    const options = {
      checkCss: true,
      checkFragments: true,
      redirects: 'error' as const,
      concurrency: 8,
      // Other sites; and the one search page under the hundreds of states that lists lead to.
      linksToSkip: async (link: string) => new URL(link).origin !== origin || link.startsWith(`${site.address}search/?`),
    };
    const { links } = await new LinkChecker().check({ ...options, path: site.address, recurse: true });
    // By itself: a page that both ways reach would be followed only under the one that comes first.
    const { links: lost } = await new LinkChecker().check({ ...options, path: `${site.address}404.html` });
    links.push(...lost);
    await site.close();
    const broken = links.filter(({ state }) => state === LinkState.BROKEN);
    expect(broken.map(({ url, parent, status }) => `${status} ${url} on ${parent}`)).toEqual([]);
    const reached = new Set(links.filter(({ state }) => state === LinkState.OK).map(({ url }) => new URL(url).pathname));
    // The search is reached by its form.
    for (const page of pages)
      for (const [, action = ''] of readFileSync(page, 'utf8').matchAll(/<form[^>]* action="([^"]+)"/g)) reached.add(action);
    const unreached = pages.map(
      (page) =>
        base +
        relative(dir, page)
          .replaceAll('\\', '/')
          .replace(/(^|\/)index\.html$/, '$1'),
    );
    expect(unreached.filter((address) => !reached.has(encodeURI(address)))).toEqual([]);
  });
});

test('the entries that are committed are what an import of the dumps writes (cure: npm run import)', () => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/import.ts', '--check'], { encoding: 'utf8' });
  expect({ status, stdout }).toMatchObject({ status: 0 });
});
