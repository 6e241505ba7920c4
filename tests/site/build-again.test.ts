import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn, PROGRAM } from '../../scripts/digest.ts';

// A copy of the project, so that its code can be changed as well.
const project = mkdtempSync(join(tmpdir(), 'offprint-again-'));
const content = join(project, 'content');
const out = join(project, 'site');
const papers = join(content, 'papers');

/** So that most pages stay as they are when one paper changes. */
const MORE = 60;

beforeAll(() => {
  for (const part of PROGRAM) cpSync(part, join(project, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  for (const kind of ['pages-of-all-kinds', 'plain-and-as-mdx'])
    cpSync(join('tests/fixtures/content', kind), content, { recursive: true });
  for (let at = 0; at < MORE; at += 1)
    writeFileSync(join(papers, `paper-${at}.mdx`), `---\ntitle: "Paper ${at}"\n---\n\nText ${at}.\n`);
  build(out);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** One part of one is the whole but for its index, which is made anew each time. */
const PAGES_ONLY = ['--shard', '1/1'];

const ADDED = `---
title: "Added"
topics: [{ slug: vision-transformers, strength: core, evidence: [patches] }]
---

Images in patches.
`;

function edit(path: string, change: (text: string) => string): void {
  const file = join(project, path);
  const text = readFileSync(file, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(file, change(text));
}

/** Each is followed by a build; after all of a row the site is compared. */
const CHANGES: [of: string, changes: (() => void)[]][] = [
  [
    'papers',
    [
      () => undefined,
      () => edit('content/papers/narrower-and-broader.mdx', (text) => `${text}One sentence more.\n`),
      () => edit('content/papers/in-french.mdx', (text) => text.replace(/^title: "/m, 'title: "Encore : ')),
      () => writeFileSync(join(papers, 'added.mdx'), ADDED),
      () => edit('content/papers/links-and-lists-as-mdx.mdx', (text) => `${text}\nMore {1 + 1}.\n`),
    ],
  ],
  [
    'topics, of papers that are gone, and of old addresses',
    [
      () => edit('content/topics/transformers.mdx', (text) => text.replace(/^label: .*$/m, 'label: "Renamed"')),
      () => rmSync(join(content, 'topics', 'network-pruning.mdx')),
      () => rmSync(join(papers, 'emphasis-and-marks.mdx')),
      () => rmSync(join(content, 'redirects', 'an-older-name.mdx')),
    ],
  ],
  ['a plain entry that gets JSX', [() => edit('content/papers/added.mdx', (text) => `${text}\n<b>Set in bold</b>\n`)]],
  ['a setting', [() => edit('content/site.yaml', (text) => text.replace(/^name: .*$/m, 'name: "Another name"'))]],
  [
    'code and style',
    [
      () => edit('src/components/Foot.astro', (text) => text.replace('<footer', '<footer data-changed')),
      () => edit('src/styles/tokens.css', (text) => `${text}\n:root {\n  --another: 1px;\n}\n`),
    ],
  ],
  [
    'the built site, by hand',
    [
      () => {
        edit('site/papers/in-french/index.html', (text) => `${text} `);
        rmSync(join(out, 'papers', 'added', 'index.html'));
      },
    ],
  ],
];

test.each(CHANGES)('a site built again is to the letter the one built from nothing, after changes of %s', (_, changes) => {
  for (const change of changes) {
    change();
    build(out);
  }
  expectAsAfresh();
});

test('a page is not written again when nothing that it shows has changed', () => {
  const inode = (slug: string) => statSync(join(out, 'papers', slug, 'index.html')).ino;
  const slugs = ['links-and-lists', 'narrower-and-broader'];
  const before = slugs.map(inode);
  edit('content/papers/narrower-and-broader.mdx', (text) => `${text}Another one.\n`);
  build(out);
  expect(slugs.map((slug, at) => inode(slug) === before[at])).toEqual([true, false]);
});

describe('a build that is killed', () => {
  const MOMENTS = 12;

  test('at any moment leaves a whole site, and the next one ends as if nothing had been', { timeout: 300_000 }, async () => {
    const started = performance.now();
    build(out);
    const tookMs = performance.now() - started;
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      const before = bytesIn(out);
      edit('content/papers/without-abstract.mdx', (text) => text.replace(/^title: .*$/m, `title: "Moment ${moment}"`));
      // Once with everything to be done, once with all that can be taken over.
      if (moment % 4 === 3) rmSync(join(project, '.cache'), { recursive: true, force: true });
      const build = spawn(process.execPath, ['scripts/build.ts', '--out', out, ...PAGES_ONLY], { cwd: project, stdio: 'ignore' });
      const gone = once(build, 'exit');
      await setTimeout((tookMs * (moment + 0.5)) / MOMENTS);
      build.kill('SIGKILL');
      await gone;
      // Between the two renames, or among those of single files: the next build puts that right.
      if (existsSync(out) && !existsSync(join(project, '.site.decided.json'))) {
        const after = bytesIn(out);
        if (readFileSync(join(out, 'papers', 'index.html'), 'utf8').includes(`Moment ${moment}`))
          expect(after.size).toBe(before.size);
        else expect(after).toEqual(before);
      }
    }
    build(out);
    expectAsAfresh();
    expect(readdirSync(project).filter((name) => /^\.site\./.test(name))).toEqual([]);
  });

  test('by Ctrl-C takes away what it began, and says that the site is as it was', async () => {
    const before = bytesIn(out);
    edit('content/papers/without-abstract.mdx', (text) => text.replace(/^title: .*$/m, 'title: "Never seen"'));
    const build = spawn(process.execPath, ['scripts/build.ts', '--out', out, ...PAGES_ONLY], { cwd: project });
    const gone = once(build, 'exit');
    const said = text(build.stderr);
    while (!existsSync(join(project, '.site.unfinished')) && build.exitCode === null) await setTimeout(5);
    build.kill('SIGINT');
    expect(await gone).toEqual([130, null]);
    expect(await said).toContain('is as it was');
    expect(bytesIn(out)).toEqual(before);
    expect(readdirSync(project).filter((name) => name.startsWith('.site.'))).toEqual([]);
  });

  const failing = () => {
    edit('content/papers/in-french.mdx', (text) => text.replace('title: "', 'title: '));
    expect(run(out).status).toBe(1);
    edit('content/papers/in-french.mdx', (text) => text.replace('title: ', 'title: "'));
  };

  test('between the two renames is put right by the next', () => {
    const before = bytesIn(out);
    renameSync(out, join(project, '.site.replaced'));
    failing();
    expect(bytesIn(out)).toEqual(before);
  });

  test('among the renames of single files is finished by the next', () => {
    const unfinished = join(project, '.site.unfinished');
    mkdirSync(unfinished);
    writeFileSync(join(unfinished, 'new.html'), 'new');
    const decision = {
      moved: ['moved-already.html', 'new.html'],
      removed: [join('papers', 'in-french', 'index.html'), 'gone.html'],
    };
    writeFileSync(join(project, '.site.decided.json'), JSON.stringify(decision));
    const expected = bytesIn(out);
    expected.delete(join('papers', 'in-french', 'index.html'));
    expected.set('new.html', 'new');
    failing();
    expect(bytesIn(out)).toEqual(new Map([...expected].sort(([a], [b]) => (a < b ? -1 : 1))));
    expect(existsSync(join(out, 'papers', 'in-french'))).toBe(false);
    expect(readdirSync(project).filter((name) => name.startsWith('.site.'))).toEqual([]);
  });
});

/** Astro alone makes it anew, and takes nothing from an earlier build. */
function expectAsAfresh(): void {
  const afresh = join(project, 'afresh');
  build(afresh, '--by-astro');
  const [here, there] = [bytesIn(out), bytesIn(afresh)];
  expect([...here.keys()]).toEqual([...there.keys()]);
  expect([...there].filter(([name, bytes]) => here.get(name) !== bytes).map(([name]) => name)).toEqual([]);
}

function build(folder: string, ...flags: string[]): void {
  const { status, stderr } = run(folder, ...flags);
  expect({ status, stderr }).toMatchObject({ status: 0 });
}

function run(folder: string, ...flags: string[]) {
  return spawnSync(process.execPath, ['scripts/build.ts', '--out', folder, ...PAGES_ONLY, ...flags], {
    cwd: project,
    encoding: 'utf8',
  });
}

function bytesIn(site: string): Map<string, string> {
  return new Map(filesIn(site).map((file) => [relative(site, file), readFileSync(file, 'latin1')]));
}
