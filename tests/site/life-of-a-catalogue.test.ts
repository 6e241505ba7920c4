import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn } from '../../scripts/digest.ts';

/** Everything that happens to papers over the years, done as README.md tells people to do it, through the commands. */
const folder = mkdtempSync(join(tmpdir(), 'offprint-life-'));
const content = join(folder, 'content');
const site = join(folder, 'site');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PAPERS: [string, string][] = [
  [
    'Of Shelfs and Slips',
    'We study how shelves are filled in libraries. The results show that slips help readers to find what they look for.',
  ],
  [
    'On Card Indexes',
    'This paper is about card indexes and what they were for. We find that they were for cards, and that readers liked them.',
  ],
  [
    'A Theory of Bookends',
    'Bookends hold books. We measure how well they do so, and find that heavy ones are better than light ones in most cases.',
  ],
  [
    'The Reading Room',
    'Readers need light and silence. We compare forty rooms, and learn that silence is what the best of them have in common.',
  ],
  [
    'Dust and Its Causes',
    'Dust falls on what nobody moves. This work weighs the dust of ten years, and tells which unmoved pages have the most.',
  ],
  [
    'Catalogues of Catalogues',
    'A catalogue may list catalogues. We ask whether it lists itself, and show by an unmistakable example that it need not.',
  ],
];
const toDump = (papers: [string, string][]) => papers.map(([title, abstract]) => `${title}\n\n${abstract}\n\n`).join('');
const entry = (slug: string) => join(content, 'papers', `${slug}.mdx`);
const edit = (slug: string, change: (text: string) => string) =>
  writeFileSync(entry(slug), change(readFileSync(entry(slug), 'utf8')));
const page = (path: string) => readFileSync(join(site, path, 'index.html'), 'utf8').replace(/\s+/g, ' ');

function run(script: string, ...args: string[]) {
  return spawnSync(process.execPath, [join('scripts', script), '--content', content, ...args], { encoding: 'utf8' });
}

let told = '';
let forecast: ReturnType<typeof run>;

beforeAll(() => {
  mkdirSync(join(content, 'dumps'), { recursive: true });
  mkdirSync(join(content, 'topics'));
  mkdirSync(join(content, 'redirects'));
  writeFileSync(join(content, 'site.yaml'), 'address: https://papers.example.org\nrepository: https://github.com/you/papers\n');
  writeFileSync(
    join(content, 'topics/reading.mdx'),
    '---\nlabel: Reading\nfacet: task\naliases: [readers]\n---\n\nWhat books are for.\n',
  );
  writeFileSync(join(content, 'dumps/list.txt'), toDump(PAPERS));
  expect(run('import.ts').status).toBe(0);

  // The listing corrects a title and an abstract, and brings a paper whose abstract breaks off.
  const corrected = PAPERS.map(([title, abstract]): [string, string] => [
    title.replace('Shelfs', 'Shelves'),
    abstract.replace('forty rooms', 'fifty rooms').replace('most cases', 'nearly all cases'),
  ]);
  writeFileSync(
    join(content, 'dumps/list.txt'),
    toDump([['Inventories', 'We count what is there, and then we count it again with'], ...corrected]),
  );
  // A person corrects an abstract that the listing corrects otherwise, gives a topic, withdraws, merges and removes.
  edit('a-theory-of-bookends', (text) => text.replace('most cases', 'all cases but one'));
  edit('on-card-indexes', (text) =>
    text.replace(/topics:[^]*?(?=links:)/, 'topics:\n  - slug: reading\n    strength: core\n    by: person\n'),
  );
  edit('dust-and-its-causes', (text) =>
    text.replace('---\n\n', 'withdrawn:\n  why: The scales were wrong.\n  when: 2026-03-13\n---\n\n'),
  );
  rmSync(entry('the-reading-room'));
  writeFileSync(join(content, 'redirects/the-reading-room.mdx'), '---\ntitle: "The Reading Room"\nto: on-card-indexes\n---\n');
  renameSync(entry('catalogues-of-catalogues'), join(content, 'redirects/catalogues-of-catalogues.mdx'));
  writeFileSync(join(content, 'redirects/catalogues-of-catalogues.mdx'), '---\ntitle: "Catalogues of Catalogues"\n---\n');

  forecast = run('import.ts', '--check');
  const second = run('import.ts');
  expect(second.status).toBe(0);
  told = second.stderr.replaceAll(content, 'DIR');
  const { status, stderr } = run('build.ts', '--out', site);
  if (status !== 0) throw new Error(stderr);
});

test('--check says beforehand what an import will change, and afterwards that nothing would', () => {
  expect(forecast.status).toBe(3);
  expect(forecast.stdout.replaceAll(content, 'DIR')).toMatchInlineSnapshot(`
    "would add DIR/papers/inventories.mdx
    would change DIR/papers/of-shelfs-and-slips.mdx
    would change DIR/papers/on-card-indexes.mdx
    would change DIR/papers/a-theory-of-bookends.mdx
    would change DIR/ledger.jsonl
    7 records = 5 papers + 1 merged + 1 reported.
    5 files would change. Nothing was written.
    "
  `);
  expect(run('import.ts', '--check').status).toBe(0);
});

test('a corrected title keeps its address', () => {
  expect(page('papers/of-shelfs-and-slips')).toContain('<h1>Of Shelves and Slips</h1>');
});

test('a person’s words win over those that the listing has now, and both are told', () => {
  expect(page('papers/a-theory-of-bookends')).toContain('in all cases but one.');
  expect(told).toContain('conflicting-edit');
  expect(told).toContain('all cases but one');
  expect(told).toContain('nearly all cases');
});

describe('a withdrawn paper', () => {
  test('has a page that says why, and no text', () => {
    expect(page('papers/dust-and-its-causes')).toContain('The scales were wrong.');
    expect(page('papers/dust-and-its-causes')).not.toContain('unmoved pages');
  });

  test('is out of search, lists, exports and feeds', () => {
    const elsewhere = filesIn(site).filter((file) => !relative(site, file).startsWith(join('papers', 'dust-and-its-causes')));
    for (const file of elsewhere) expect(readFileSync(file, 'latin1'), file).not.toContain('unmoved');
    const naming = elsewhere.filter((file) => readFileSync(file, 'latin1').includes('papers/dust-and-its-causes'));
    expect(naming.map((file) => relative(site, file)).sort()).toEqual(['changes.json', join('changes', 'index.html')]);
  });
});

test('a merged paper leads to the other, which has its sources from then on', () => {
  expect(page('papers/the-reading-room')).toContain('http-equiv="refresh" content="0;url=/papers/on-card-indexes/"');
  expect(readFileSync(entry('on-card-indexes'), 'utf8').match(/- dump: /g)).toHaveLength(2);
});

test('a removed paper leaves a page that says so, and does not come back from its dump', () => {
  expect(page('papers/catalogues-of-catalogues')).toContain('no longer in the catalogue');
  expect(told).toContain('removed-paper');
  for (const file of filesIn(site)) expect(readFileSync(file, 'latin1')).not.toContain('unmistakable');
});

test('/changes/ tells all of it, as a page and as JSON', () => {
  const { changes } = JSON.parse(readFileSync(join(site, 'changes.json'), 'utf8')) as { changes: Record<string, unknown>[] };
  const news = changes.filter((change) => change['run'] === 2).map(({ change, paper, by }) => [change, paper, by ?? 'import']);
  expect(news.sort()).toMatchInlineSnapshot(`
    [
      [
        "added",
        "inventories",
        "import",
      ],
      [
        "edited",
        "a-theory-of-bookends",
        "person",
      ],
      [
        "edited",
        "of-shelfs-and-slips",
        "import",
      ],
      [
        "removed",
        "catalogues-of-catalogues",
        "person",
      ],
      [
        "removed",
        "the-reading-room",
        "person",
      ],
      [
        "retagged",
        "on-card-indexes",
        "person",
      ],
      [
        "withdrawn",
        "dust-and-its-causes",
        "person",
      ],
    ]
  `);
  const shown = page('changes').replace(/<[^>]*>/g, '');
  for (const what of ['1 paper added', 'edited', '1 paper retagged', '1 paper withdrawn', '2 papers removed'])
    expect(shown).toContain(what);
});

test('/about/quality/ names the abstract that breaks off, with a form to suggest a fix', () => {
  const shown = page('about/quality');
  expect(shown).toContain('Inventories');
  expect(shown).toMatch(/href="https:\/\/github\.com\/you\/papers\/issues\/new\?[^"]*Inventories/);
});
