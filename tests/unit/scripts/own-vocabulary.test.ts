import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readEntries } from '../../../scripts/content-folder.ts';
import { runImport } from './catalogues.ts';

/** Six topics of ornithology, of which nothing was learnt, and five papers. */
const CATALOGUE = 'tests/fixtures/own-vocabulary';
let content: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-own-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  content = join(folder, 'content');
  cpSync(CATALOGUE, content, { recursive: true });
});

/** Import, and tell the tags of each paper: `core bird-song: dawn chorus | Dialects of song`. */
function importTags(): Record<string, string[]> {
  const { status, stderr } = runImport(content);
  expect(status, stderr).toBe(0);
  return Object.fromEntries(
    readEntries(content).output.map(({ slug, topics }) => [
      slug,
      topics.map((tag) => `${tag.strength} ${tag.slug}: ${tag.evidence.join(' | ')}${tag.by ? ' (by a person)' : ''}`),
    ]),
  );
}

const edit = (path: string, from: string | RegExp, to: string): void => {
  const file = join(content, path);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
};

test('a vocabulary without labelled papers gives tags by labels, aliases and definitions, with their words', () => {
  expect(importTags()).toEqual({
    'autonomous-recording-units-for-counting-rails': [
      'core passive-acoustics: Autonomous recording units | passive acoustic monitoring | PAM',
    ],
    'dialects-in-the-dawn-chorus-of-reed-warblers': ['core bird-song: dawn chorus | vocal learning'],
    'moving-a-ringing-archive-to-new-tables': [], // its migration is of data
    'stopover-of-sandpipers-on-a-northern-mudflat': [
      'core migration: Stopover | Migratory flight',
      'core waders: sandpipers',
      'minor water-birds: ', // brought by the narrower topic
    ],
    'thirty-years-of-ducks-on-a-city-lake': [
      'core water-birds: ducks',
      'minor long-term-studies: decades of records | Long-term monitoring',
    ],
  });
});

describe('a topic’s own file overrules how it is given', () => {
  test('by an alias', () => {
    expect(importTags()['autonomous-recording-units-for-counting-rails']).not.toContainEqual(
      expect.stringContaining('water-birds'),
    );
    edit('topics/water-birds.mdx', 'waterfowl', 'waterfowl, rail');
    expect(importTags()['autonomous-recording-units-for-counting-rails']).toContainEqual(
      expect.stringContaining('core water-birds: rails'),
    );
  });

  test('by a negative cue', () => {
    edit('topics/migration.mdx', 'stopover]\nnegative: [data migration]\n', 'stopover, data migration]\n');
    expect(importTags()['moving-a-ringing-archive-to-new-tables']).toEqual(['minor migration: data migration']);
    edit('topics/migration.mdx', 'label: Migration\n', 'label: Migration\nnegative: [data migration]\n');
    expect(importTags()['moving-a-ringing-archive-to-new-tables']).toEqual([]);
  });

  test('by a weight, for it or against it', () => {
    edit('topics/long-term-studies.mdx', 'label:', 'weights: { three springs: 5 }\nlabel:');
    edit('topics/water-birds.mdx', 'label:', 'weights: { ice: -20 }\nlabel:');
    const tags = importTags();
    expect(tags['dialects-in-the-dawn-chorus-of-reed-warblers']).toContainEqual(
      expect.stringContaining('long-term-studies: springs'),
    );
    expect(tags['thirty-years-of-ducks-on-a-city-lake']).not.toContainEqual(expect.stringContaining('water-birds'));
  });
});

describe('a person’s word on one paper', () => {
  const duck = 'thirty-years-of-ducks-on-a-city-lake';
  /** The same paper as the import gave it, but for what a person says of two topics. */
  const speak = (): void => {
    edit(`papers/${duck}.mdx`, / {2}- slug: water-birds\n {4}strength: \w+\n {4}evidence: .*\n/, '');
    edit(
      `papers/${duck}.mdx`,
      'topics:\n',
      'topics:\n  - slug: migration\n    strength: core\n    by: person\n  - slug: water-birds\n    strength: none\n    by: person\n',
    );
  };

  test('stays, whatever later imports find in dumps and topics', () => {
    expect(importTags()[duck]).toContainEqual(expect.stringContaining('water-birds'));
    speak();
    const spoken = ['core migration:  (by a person)', 'none water-birds:  (by a person)'];
    expect(importTags()[duck]).toEqual(expect.arrayContaining(spoken));
    edit('topics/water-birds.mdx', 'duck]', 'duck, lake, ice]');
    edit('topics/migration.mdx', 'aliases:', 'weights: { lake: -50 }\naliases:');
    edit('dumps/listing.txt', 'follow the ice', 'follow the ice of the lake, as waterfowl do');
    const tags = importTags()[duck]!;
    expect(tags).toEqual(expect.arrayContaining(spoken));
    expect(tags.filter((tag) => /migration|water-birds/.test(tag))).toHaveLength(2);
  });
});

test('every topic of the catalogue is one that the shipped weights do not know', () => {
  const known = JSON.parse(readFileSync('content/learned/weights.json', 'utf8')) as { topics: string[] };
  const own = readdirSync(join(CATALOGUE, 'topics')).map((name) => name.replace('.mdx', ''));
  expect(own.filter((slug) => known.topics.includes(slug))).toEqual([]);
});
