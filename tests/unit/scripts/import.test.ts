import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dumpOf, makeContent, readAll, runImport } from './catalogues.ts';

const papersOf = (content: string) => Object.keys(readAll(join(content, 'papers')));

describe('an import', () => {
  test('writes one entry a paper, and changes nothing when it runs again', () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips', 'On Card Indexes') });
    expect(runImport(content).status).toBe(0);
    expect(papersOf(content)).toEqual(['on-card-indexes.mdx', 'shelves-and-slips.mdx']);
    const before = readAll(content);
    expect(runImport(content).status).toBe(0);
    expect(readAll(content)).toEqual(before);
  });

  test('changes one file for one more paper', () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips', 'On Card Indexes') });
    runImport(content);
    const before = readAll(join(content, 'papers'));
    writeFileSync(join(content, 'dumps/list.txt'), dumpOf('Of Bookends', 'Shelves and Slips', 'On Card Indexes'));
    runImport(content);
    const { 'of-bookends.mdx': added, ...rest } = readAll(join(content, 'papers'));
    expect(added).toContain('title: "Of Bookends"');
    expect(rest).toEqual(before);
  });

  test('reads only the files that are named', () => {
    const content = makeContent({ 'one.txt': dumpOf('Shelves and Slips'), 'two.txt': dumpOf('On Card Indexes') });
    expect(runImport(content, [join(content, 'dumps/two.txt')]).status).toBe(0);
    expect(papersOf(content)).toEqual(['on-card-indexes.mdx']);
  });

  test('keeps what it is given on standard input as a dump, once', () => {
    const content = makeContent({});
    expect(runImport(content, ['-'], dumpOf('Shelves and Slips')).status).toBe(0);
    runImport(content, ['-'], dumpOf('Shelves and Slips'));
    expect(Object.values(readAll(join(content, 'dumps')))).toEqual([dumpOf('Shelves and Slips')]);
    expect(papersOf(content)).toEqual(['shelves-and-slips.mdx']);
  });

  test('says in a report what became of every record', () => {
    const orphan = dumpOf('x').split('\n\n')[1];
    const dump = `${orphan}\n\n${dumpOf('Shelves and Slips', 'On Card Indexes')}${dumpOf('Shelves and Slips')}A Title Alone\n\n${dumpOf('Of Bookends')}`;
    const content = makeContent({ 'list.txt': dump });
    const path = join(content, '..', 'report.json');
    expect(runImport(content, ['--report', path]).status).toBe(0);
    const report = JSON.parse(readFileSync(path, 'utf8'));
    expect(report).toMatchObject({ papers: 4, merged: 1, reported: 1, files: { written: 4, unchanged: 0 } });
    expect(report.records).toBe(report.papers + report.merged + report.reported);
    const messages = report.messages.map(({ file, ...rest }: { file: string }) => ({
      file: file.slice(content.length),
      ...rest,
    }));
    expect(messages.filter(({ severity }: { severity: string }) => severity === 'warning')).toMatchInlineSnapshot(`
      [
        {
          "column": 1,
          "file": "/dumps/list.txt",
          "line": 1,
          "note": "Put the title on a line of its own above the abstract. No entry was made.",
          "reason": "This abstract has no title above it: “x is what this paper is about. We show that x is not nothing, and why x matters here.”",
          "ruleId": "missing-title",
          "severity": "warning",
        },
        {
          "column": 1,
          "file": "/dumps/list.txt",
          "line": 15,
          "note": "Paste the abstract below the title, or delete the title. Until then its entry has no text.",
          "reason": "“A Title Alone” has no abstract.",
          "ruleId": "missing-abstract",
          "severity": "warning",
        },
      ]
    `);
  });
});

describe('an import that fails says why, exits as the contract says, and writes nothing', () => {
  const failing: [string, (content: string) => string[], number][] = [
    ['an option that is none', () => ['--contents'], 2],
    ['standard input together with a file', (content) => ['-', join(content, 'dumps/list.txt')], 2],
    ['a file that is not there', (content) => [join(content, 'dumps/missing.txt')], 1],
    ['a folder as a file', (content) => [join(content, 'dumps')], 1],
    ['a link that leads to itself', (content) => [join(content, 'dumps/loop.txt')], 1],
    ['a file that is no text', (content) => [join(content, 'dumps/picture.txt')], 1],
  ];
  test.each(failing)('%s', (_, toArgs, status) => {
    const picture = Uint8Array.from({ length: 4096 }, (_each, at) => (at * 131) % 256);
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips'), 'picture.txt': picture });
    symlinkSync('loop.txt', join(content, 'dumps/loop.txt'));
    const run = runImport(content, [...toArgs(content), join(content, 'dumps/list.txt')].slice(0, 2));
    expect(run.status).toBe(status);
    expect(run.stderr.replaceAll(content, 'DIR')).toMatchSnapshot();
    expect(existsSync(join(content, 'papers'))).toBe(false);
    expect(existsSync(join(content, '.import'))).toBe(false);
  });

  test('a content directory that is not there', () => {
    const run = runImport(join(makeContent({}), 'nowhere'));
    expect(run.status).toBe(2);
  });

  test('a file where the folder of papers should be', () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
    writeFileSync(join(content, 'papers'), 'not a folder');
    const run = runImport(content);
    expect(run.status).toBe(1);
    expect(run.stderr.replaceAll(content, 'DIR')).toMatchSnapshot();
    expect(readFileSync(join(content, 'papers'), 'utf8')).toBe('not a folder');
  });
});

describe('--check', () => {
  test('exits with 3 and writes nothing when something would change', () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
    const before = readAll(content);
    const run = runImport(content, ['--check']);
    expect(run.status).toBe(3);
    expect(run.stdout).toContain(`would add ${join(content, 'papers/shelves-and-slips.mdx')}`);
    expect(readAll(content)).toEqual(before);
  });

  test('exits with 0 when nothing would', () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
    runImport(content);
    expect(runImport(content, ['--check']).status).toBe(0);
  });
});

describe('an import that was killed half-way', () => {
  /** As the process leaves it that is killed when it has decided, and has put nothing in its place yet. */
  function makeUnfinished(): string {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
    runImport(content);
    const staged = join(content, '.import/staged/papers');
    mkdirSync(staged, { recursive: true });
    renameSync(join(content, 'papers/shelves-and-slips.mdx'), join(staged, 'shelves-and-slips.mdx'));
    writeFileSync(join(content, '.import/decided.json'), '["papers/shelves-and-slips.mdx"]');
    return content;
  }

  test('is told of by --check, which leaves it as it is', () => {
    const content = makeUnfinished();
    const before = readAll(content);
    const run = runImport(content, ['--check']);
    expect(run.status).toBe(3);
    expect(run.stderr.replaceAll(content, 'DIR')).toMatchSnapshot();
    expect(readAll(content)).toEqual(before);
  });

  test('is finished by the next one', () => {
    const content = makeUnfinished();
    const run = runImport(content);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('import-finished');
    expect(papersOf(content)).toEqual(['shelves-and-slips.mdx']);
    expect(runImport(content, ['--check']).status).toBe(0);
  });
});

describe('a report', () => {
  test('that cannot be written stops the import before anything is', () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
    const run = runImport(content, ['--report', join(content, 'nowhere/report.json')]);
    expect(run.status).toBe(1);
    expect(run.stderr.replaceAll(content, 'DIR')).toMatchSnapshot();
    expect(existsSync(join(content, 'papers'))).toBe(false);
  });

  test('of an import that failed names what was wrong', () => {
    const content = makeContent({ 'list.txt': '%PDF-1.7' });
    const path = join(content, '..', 'report.json');
    expect(runImport(content, ['--report', path]).status).toBe(1);
    const { messages, ...sums } = JSON.parse(readFileSync(path, 'utf8'));
    expect(sums).toEqual({ records: 0, papers: 0, merged: 0, reported: 0, files: { written: 0, unchanged: 0 } });
    expect(messages).toMatchObject([{ ruleId: 'binary-file', severity: 'error' }]);
  });
});

describe('a person’s word', () => {
  const edit = (content: string, change: (text: string) => string) => {
    const path = join(content, 'papers/shelves-and-slips.mdx');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return { text: readFileSync(path, 'utf8'), read: () => readFileSync(path, 'utf8') };
  };

  test('in title or abstract is kept, and both sides are told', () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
    runImport(content);
    const { text, read } = edit(content, (entry) => entry.replace('"Shelves and Slips"', '"Shelves, and Slips"'));
    const run = runImport(content);
    expect(read()).toBe(text);
    expect(run.stderr.replaceAll(content, 'DIR')).toMatchSnapshot();
  });

  test('on a topic survives every later import', () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips', 'A Theory of Catalogues') });
    runImport(content);
    const theory = join(content, 'papers/a-theory-of-catalogues.mdx');
    expect(readFileSync(theory, 'utf8')).toContain('slug: catalogues');
    const given = '  - slug: catalogues\n    strength: none\n    by: person\n';
    writeFileSync(theory, readFileSync(theory, 'utf8').replace(/topics:\n[^]*?(?=links:)/, `topics:\n${given}`));
    writeFileSync(join(content, 'topics/theory.mdx'), '---\nlabel: Theory\nfacet: property\n---\n\nThought.\n');
    expect(runImport(content).status).toBe(0);
    expect(readFileSync(theory, 'utf8')).toContain(given);
    expect(runImport(content).status).toBe(0);
    expect(readFileSync(theory, 'utf8')).toContain(given);
  });
});

describe('two imports', () => {
  test('at once: the second says so and stops', async () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
    // The first reads standard input, which stays open: it holds the lock until then.
    const first = spawn(process.execPath, ['scripts/import.ts', '--content', content, '-'], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    while (!existsSync(join(content, '.import/lock'))) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = runImport(content);
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('import-running');
    expect(existsSync(join(content, 'papers'))).toBe(false);
    first.stdin?.end(dumpOf('On Card Indexes'));
    expect(await once(first, 'exit')).toEqual([0, null]);
    expect(runImport(content).status).toBe(0);
  });

  test('a lock whose process is gone does not stand in the way', () => {
    const content = makeContent({ 'list.txt': dumpOf('Shelves and Slips') });
    mkdirSync(join(content, '.import'));
    writeFileSync(join(content, '.import/lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: 'elsewhere' }));
    expect(runImport(content).status).toBe(1);
    rmSync(join(content, '.import'), { recursive: true });
    mkdirSync(join(content, '.import'));
    writeFileSync(join(content, '.import/lock'), '{"pid":');
    expect(runImport(content).status).toBe(0);
    expect(existsSync(join(content, '.import'))).toBe(false);
  });
});
