import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEntries } from '../../../scripts/content-folder.ts';
import { dumpOf, makeContent, readAll, runImport } from './catalogues.ts';

const TITLES = ['Shelves and Slips', 'Où sont les fiches', 'On Card Indexes'];
const DUMP = dumpOf(...TITLES);

interface Report {
  records: number;
  papers: number;
  merged: number;
  reported: number;
  messages: { file: string; line: number | null; ruleId: string; severity: string; reason: string; note: string }[];
}

/** Import with a report, of which the tally must be right and every message complete, whatever came of it. */
function importReporting(content: string, args: string[] = []): SpawnSyncReturns<string> & { report: Report; rules: string[] } {
  const path = join(content, '..', 'report.json');
  rmSync(path, { force: true });
  const run = runImport(content, [...args, '--report', path]);
  expect(run.stderr).not.toMatch(/^\s+at /m);
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  expect(report.records).toBe(report.papers + report.merged + report.reported);
  for (const { file, ruleId, reason, note } of report.messages) {
    expect([file, ruleId, reason, note].every((part) => part !== '')).toBe(true);
  }
  const rules = [...new Set(report.messages.filter(({ severity }) => severity !== 'info').map(({ ruleId }) => ruleId))];
  return { ...run, report, rules };
}

const titlesIn = (content: string) =>
  readEntries(content)
    .output.map(({ title }) => title)
    .sort();

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const bom = Buffer.from('\ufeff');

describe('a dump is read whatever it is written in', () => {
  const written: [string, string | Uint8Array, string[]][] = [
    ['UTF-8', DUMP, []],
    ['UTF-8 with a byte order mark', Buffer.concat([bom, Buffer.from(DUMP)]), []],
    ['UTF-16, little end first', Buffer.from(`\ufeff${DUMP}`, 'utf16le'), []],
    ['UTF-16, big end first', utf16be(`\ufeff${DUMP}`), []],
    ['UTF-16 without a byte order mark', Buffer.from(DUMP, 'utf16le'), []],
    ['UTF-16 without a byte order mark, big end first', utf16be(DUMP), []],
    ['Windows-1252', Buffer.from(DUMP, 'latin1'), ['windows-1252']],
    ['lines that end with CRLF', DUMP.replaceAll('\n', '\r\n'), []],
    ['lines that end with CR alone', DUMP.replaceAll('\n', '\r'), []],
    ['lines that end with NEL', DUMP.replaceAll('\n', '\u0085'), []],
    ['line and paragraph separators of Unicode', DUMP.replaceAll('\n\n', '\u2029\u2028'), []],
    ['line ends of all kinds', DUMP.replace('\n\n', '\r\n\r').replace('\n\n', '\v\f'), []],
    ['no line end after the last line', DUMP.trimEnd(), []],
    [
      'NUL and other control characters',
      DUMP.replace('Slips', 'Sl\0ips').replace('Card', 'C\x1bard\x07'),
      ['control-characters'],
    ],
    [
      'overrides of the direction of writing',
      DUMP.replace('Card', '\u202eCard\u202c').replace('Shelves', '\u2066Shelves\u2069'),
      ['direction-overrides'],
    ],
    [
      'zero-width characters',
      DUMP.replace('Card', 'C\u200bar\ufeffd').replace('Slips', 'S\u200dlips\u00ad'),
      ['invisible-characters'],
    ],
  ];
  test.each(written)('%s', (_, bytes, rules) => {
    const content = makeContent({ 'list.txt': bytes });
    const run = importReporting(content);
    expect(run.status).toBe(0);
    expect(run.rules).toEqual(rules);
    expect(titlesIn(content)).toEqual(TITLES.toSorted());
    expect(Object.values(readAll(join(content, 'papers'))).join('')).not.toMatch(
      /[^\P{Cc}\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u,
    );
  });
});

describe('a file that is no dump is reported by a message, never by a stack trace', () => {
  const noise = Uint8Array.from({ length: 4096 }, (_each, at) => (at * 131) % 256);
  const refused: [string, string | Uint8Array, number, string][] = [
    ['empty', '', 0, 'empty-dump'],
    ['blank', ' \n\t\r\n\u00a0\n', 0, 'empty-dump'],
    ['a byte order mark alone', bom, 0, 'empty-dump'],
    ['bytes without sense', noise, 1, 'binary-file'],
    ['a picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise]), 1, 'binary-file'],
    ['a PDF', '%PDF-1.7\nOn Card Indexes\n', 1, 'binary-file'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 1, 'unknown-encoding'],
    [
      'Cyrillic in an old encoding',
      Buffer.from('ëÁÔÁÌÏÇ ÓÔÁÔÅÊ ÐÏ ÍÁÛÉÎÎÏÍÕ ÏÂÕÞÅÎÉÀ. '.repeat(40), 'latin1'),
      1,
      'unknown-encoding',
    ],
  ];
  test.each(refused)('%s', (_, bytes, status, rule) => {
    const content = makeContent({ 'list.txt': bytes });
    const run = importReporting(content);
    expect(run.status).toBe(status);
    expect(run.rules).toEqual([rule]);
    expect(existsSync(join(content, 'papers'))).toBe(false);
  });

  const lead: [string, (dumps: string) => void, number, string][] = [
    ['a link that leads nowhere', (dumps) => symlinkSync('nowhere.txt', join(dumps, 'z.txt')), 1, 'unreadable-file'],
    ['a link that leads to itself', (dumps) => symlinkSync('z.txt', join(dumps, 'z.txt')), 1, 'unreadable-file'],
    ['a link to a folder', (dumps) => symlinkSync('..', join(dumps, 'z.txt')), 0, 'skipped-folder'],
    ['a folder', (dumps) => mkdirSync(join(dumps, 'z.txt')), 0, 'skipped-folder'],
    ['a pipe that nobody writes to', (dumps) => spawnSync('mkfifo', [join(dumps, 'z.txt')]), 0, 'skipped-device'],
    [
      'a name that is not UTF-8',
      (dumps) => writeFileSync(Buffer.concat([Buffer.from(`${dumps}/z`), Buffer.from([0xff])]), DUMP),
      1,
      'unreadable-file',
    ],
  ];
  test.skipIf(process.platform === 'win32' || process.platform === 'darwin').each(lead)('%s', (_, add, status, rule) => {
    const content = makeContent({ 'list.txt': DUMP });
    add(join(content, 'dumps'));
    const run = importReporting(content);
    expect(run.status).toBe(status);
    expect(run.rules).toEqual([rule]);
    expect(run.report.messages).toMatchSnapshot([{ file: expect.stringMatching(/dumps.z/) as string }]);
    expect(existsSync(join(content, 'papers'))).toBe(status === 0);
  });

  test('a link to a dump is read as the dump, once', () => {
    const content = makeContent({ 'list.txt': DUMP });
    symlinkSync('list.txt', join(content, 'dumps/again.txt'));
    expect(importReporting(content).report).toMatchObject({ records: 3, papers: 3, merged: 0, reported: 0 });
  });

  test('folders and files in each other’s place in the catalogue', () => {
    const content = makeContent({ 'list.txt': DUMP });
    mkdirSync(join(content, 'papers/of-shelves.mdx'), { recursive: true });
    mkdirSync(join(content, 'ledger.jsonl'));
    writeFileSync(join(content, 'redirects'), '');
    const run = importReporting(content);
    expect(run.status).toBe(1);
    expect(run.rules.sort()).toEqual(['not-a-file', 'not-a-folder']);
  });
});

/** Runs the import as somebody who has no rights but those that everybody has: root may read and write everything. */
const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : ['env'];
const canBeNobody =
  process.platform !== 'win32' &&
  spawnSync(asNobody[0] ?? '', [...asNobody.slice(1), process.execPath, '--version']).status === 0;

describe.skipIf(!canBeNobody)('without the right to', () => {
  /** The content's files belong to whoever runs the import. */
  function makeOpenContent(): { content: string; run: (...args: string[]) => SpawnSyncReturns<string> } {
    const content = makeContent({ 'list.txt': DUMP });
    spawnSync('chmod', ['-R', 'a+rwX', join(content, '..')]);
    const run = (...args: string[]) =>
      spawnSync(asNobody[0] ?? '', [...asNobody.slice(1), process.execPath, 'scripts/import.ts', '--content', content, ...args], {
        encoding: 'utf8',
      });
    return { content, run };
  }

  const locked: [string, string, number][] = [
    ['read a dump', 'dumps/list.txt', 0],
    ['read the folder of dumps', 'dumps', 0],
    ['read an entry', 'papers/on-card-indexes.mdx', 0],
    ['read the folder of papers', 'papers', 0],
    ['read the ledger', 'ledger.jsonl', 0],
    ['read a topic', 'topics/catalogues.mdx', 0],
    ['write into the folder of papers', 'papers', 0o555],
    ['write into the catalogue', '.', 0o555],
  ];
  test.each(locked)('%s, an import says so and leaves what was there', (_, path, mode) => {
    const { content, run } = makeOpenContent();
    expect(run().status).toBe(0);
    writeFileSync(join(content, 'dumps/list.txt'), dumpOf('A Theory of Bookends') + DUMP);
    const before = readAll(content);
    chmodSync(join(content, path), mode);
    const { status, stderr } = run();
    chmodSync(join(content, path), 0o777);
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr.replaceAll(content, 'DIR')).toMatchSnapshot();
    expect(readAll(content)).toEqual(before);
  });
});

describe('papers are told apart and put together', () => {
  test('when a dump is pasted twice, and when two overlap', () => {
    const content = makeContent({ 'a.txt': DUMP + DUMP, 'b.txt': dumpOf('On Card Indexes', 'A Theory of Bookends') });
    expect(importReporting(content).report).toMatchObject({ records: 8, papers: 4, merged: 4, reported: 0 });
    expect(titlesIn(content)).toEqual([...TITLES, 'A Theory of Bookends'].sort());
  });
});

describe('size does no harm', () => {
  const abstract = (chars: number) => {
    const sentence = 'We study how $n^2$ {shelves} and *slips* of \\all [kinds](of) are kept & found. ';
    return sentence
      .repeat(Math.ceil(chars / sentence.length))
      .slice(0, chars)
      .trim();
  };

  test('a line of 5 MB is one abstract, and is read again in the same time', () => {
    const long = abstract(5e6);
    const content = makeContent({ 'list.txt': `Of Long Lines\n\n${long}\n\n${DUMP}` });
    expect(importReporting(content).report).toMatchObject({ records: 4, papers: 4 });
    const found = readEntries(content).output.find(({ slug }) => slug === 'of-long-lines');
    expect(found?.abstract.length).toBeGreaterThan(0.99 * long.length);
    expect(runImport(content, ['--check']).status).toBe(0);
  });

  test('a file of 100 MB is read to its end', () => {
    const content = makeContent({
      'list.txt': `${DUMP}${'\n'.repeat(50e6)}${dumpOf('A Theory of Bookends')}${' '.repeat(50e6)}`,
    });
    expect(importReporting(content).report).toMatchObject({ records: 4, papers: 4, merged: 0, reported: 0 });
    expect(titlesIn(content)).toEqual([...TITLES, 'A Theory of Bookends'].sort());
  });
});
