import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { putBetweenMarkers, toTable } from '../scripts/eval/topics/accuracy-file.ts';
import { readAccuracy } from '../src/model/accuracy.ts';
import { readEntry } from '../src/model/entry.ts';
import { readRedirect } from '../src/model/redirect.ts';
import { readSite } from '../src/model/site.ts';
import { readTopic } from '../src/model/topic-file.ts';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const workflows = globSync('.github/workflows/*.yml').sort();

/** `npm run import -- -` → `import`; `npm test` → `test`. */
const commandsIn = (text: string) =>
  [...text.matchAll(/\bnpm (?:run )?(?!run\b|ci\b|install\b)([a-z][\w:-]*)/g)].map(([, name = '']) => name);
/** What stands in backquotes, of one line or of several. */
const code = [...readme.matchAll(/```[^`]*```|`[^`]*`/g)].join('\n');

describe('README.md', () => {
  test('names only commands that exist', () => {
    const names = commandsIn(code);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names every command, but for the hooks that npm runs by itself', () => {
    const own = Object.keys(scripts).filter((name) => !(/^(pre|post)/.test(name) && name.replace(/^(pre|post)/, '') in scripts));
    expect(own.filter((name) => !commandsIn(code).includes(name))).toEqual([]);
  });

  test('names only paths that exist', () => {
    // Up to the first placeholder or pattern: content/papers/SLUG.mdx → content/papers
    const paths = [...readme.matchAll(/(?:^|[\s`("[])((?:src|content|scripts|tests|public|\.github|\.ci)\/[\w./-]*)/gm)].map(
      ([, path = '']) => path.replace(/\/[^/]*\b[A-Z]{2,}\b.*$/, '').replace(/[./]$/, ''),
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('shows settings that are right', () => {
    const [, settings = ''] = /```yaml\n([^`]*)```/.exec(readme) ?? [];
    const { output, messages } = readSite(settings, 'README.md');
    expect(messages).toEqual([]);
    expect(output.base).toBe('/catalogue/');
  });

  test('shows fields of a topic that are right', () => {
    const [, fields = ''] = [...readme.matchAll(/```yaml\n([^`]*)```/g)].map(([, text = '']) => text);
    const { output, messages } = readTopic('topic', `---\nlabel: Topic\nfacet: task\n${fields}---\n\nWhat it is.\n`, 'README.md');
    expect(messages).toEqual([]);
    expect(output?.negative).toEqual(['spectroscopic survey']);
  });

  test('gives the figures that were measured', () => {
    const { output: accuracy, messages } = readAccuracy(readFileSync('content/learned/accuracy.json', 'utf8'), 'accuracy.json');
    expect(messages).toEqual([]);
    expect(putBetweenMarkers(readme, toTable(accuracy!))).toBe(readme);
  });

  test('shows entries and redirects that are right', () => {
    const examples = [...readme.matchAll(/```mdx\n([^`]*)```/g)].map(([, text = '']) => text);
    expect(examples).toHaveLength(2);
    const [entry, redirect] = [readEntry('slug', examples[0] ?? ''), readRedirect('slug', examples[1] ?? '')];
    expect([...entry.messages, ...redirect.messages]).toEqual([]);
    expect(entry.output?.withdrawn?.why).toBe('Its authors found an error.');
    expect(redirect.output?.to).toBe('slug-of-the-paper-that-stays');
  });

  test('links only to files and headings that exist', () => {
    const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const headings = [...readme.matchAll(/^#+ (.*)$/gm)].map(
      ([, heading = '']) =>
        `#${heading
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replaceAll(' ', '-')}`,
    );
    const own = targets.filter((target) => !target.startsWith('https://'));
    expect(own.filter((target) => (target.startsWith('#') ? !headings.includes(target) : !existsSync(target)))).toEqual([]);
  });
});

describe.each(workflows)('%s', (path) => {
  const workflow = parse(readFileSync(path, 'utf8')) as {
    on: unknown;
    jobs: Record<string, { steps: { run?: string; uses?: string }[] }>;
  };
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('runs only commands that exist, and actions of a given version', () => {
    const commands = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    expect(commands.flatMap(commandsIn).filter((name) => !(name in scripts))).toEqual([]);
    expect(commands.filter((command) => command.startsWith('.') && !existsSync(command.split(' ')[0] ?? ''))).toEqual([]);
    expect(steps.flatMap(({ uses }) => (uses === undefined || /@v\d+$/.test(uses) ? [] : [uses]))).toEqual([]);
  });
});

test('every script file that package.json runs is there', () => {
  const files = Object.values(scripts).flatMap((command) => command.match(/\b(?:scripts|tests)\/[\w./-]+/g) ?? []);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('no file tells the host of a registry or of a private network', () => {
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const host = new URL(registry.trim()).host;
  const told = /https?:\/\/(?:[\w-]+\.)*(?:internal|corp|lan|local)\b|https?:\/\/(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d/;
  const telling = files.filter((file) => {
    if (/\.(png|woff2|gz)$/.test(file) || !existsSync(file)) return false;
    const text = readFileSync(file, 'utf8');
    return told.test(text) || text.includes(`//${host}`);
  });
  expect(telling).toEqual([]);
});
