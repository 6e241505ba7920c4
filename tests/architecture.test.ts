import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The arrows: who may import whom. A row is a folder or a file, the most exact one holds; it names what it may
 * import beside files of its own folder. Packages are free to all, but for the rows of PACKAGES.
 */
const ARROWS: Record<string, string[]> = {
  'src/model': [],
  'src/pipeline': ['src/model'],
  'src/catalogue': ['src/model'],
  'src/search': ['src/model', 'src/catalogue/search-record.ts'],
  'src/styles': [],
  'src/components': ['src/model', 'src/catalogue', 'src/search', 'src/styles', 'src/layouts'],
  'src/layouts': ['src/model', 'src/catalogue', 'src/search', 'src/styles', 'src/components'],
  'src/pages': ['src/model', 'src/catalogue', 'src/layouts', 'src/components', 'src/styles', 'src/search'],
  'src/integrations': ['src/model', 'src/catalogue'],
  'src/content.config.ts': ['src/model', 'src/catalogue'],
  'astro.config.mjs': ['src/model', 'src/catalogue', 'src/integrations'],
  scripts: ['src/pipeline', 'src/catalogue', 'src/search', 'src/integrations', 'src/model'],
  tests: ['src', 'scripts'],
};

/** Packages and modules that only some may import. */
const PACKAGES: { name: RegExp; from: string[]; why: string }[] = [
  {
    name: /^astro:content$/,
    from: ['src/catalogue/load.ts', 'src/content.config.ts'],
    why: 'one file asks Astro for its content',
  },
  { name: /^astro\/loaders$/, from: ['src/catalogue/entry-loader.ts', 'src/content.config.ts'], why: 'one file loads entries' },
];

/** Node's own modules: not in what also runs in the browser, and no files, network or processes in pure code. */
const PURE = ['src/model', 'src/search', 'src/components', 'src/layouts'];
const HASHES_ONLY = ['src/pipeline'];

/** A stage sees no other stage but its types: only the line that names them imports them. */
const STAGES = ['parse', 'normalise', 'identify', 'derive-topics', 'merge-edits', 'write-mdx'].map(
  (stage) => `src/pipeline/${stage}.ts`,
);
const LINE = 'src/pipeline/import-dumps.ts';

const files = [
  ...readdirSync(ROOT).filter((name) => name === 'astro.config.mjs'),
  ...listFiles('src'),
  ...listFiles('scripts'),
  ...listFiles('tests'),
];
const imports = files.flatMap((file) => readImports(file).map((each) => ({ file, ...each })));

describe('every import follows an arrow', () => {
  test('of the table', () => {
    const wrong = imports.filter(({ file, target }) => target !== undefined && !isAllowed(file, target));
    expect(wrong.map(({ file, target }) => `${file} → ${String(target)}`)).toEqual([]);
  });

  test('stages do not import stages', () => {
    const wrong = imports.filter(
      ({ file, target, isType }) => !isType && STAGES.includes(target ?? '') && file.startsWith('src/pipeline/') && file !== LINE,
    );
    expect(wrong.map(({ file, target }) => `${file} → ${String(target)}`)).toEqual([]);
  });

  test('pure code does no input or output', () => {
    const builtin = imports.filter(({ specifier, isType }) => isBuiltin(specifier) && !isType);
    const wrong = builtin.filter(
      ({ file, specifier }) => isIn(file, PURE) || (isIn(file, HASHES_ONLY) && specifier !== 'node:crypto'),
    );
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  test.each(PACKAGES)('$why: $name', ({ name, from }) => {
    const wrong = imports.filter(
      ({ file, specifier, isType }) => name.test(specifier) && !isType && !from.includes(file) && !file.startsWith('tests/'),
    );
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([]);
  });

  test('markup imports the search only in a script of the page', () => {
    const markup = files.filter((file) => file.endsWith('.astro'));
    const wrong = markup
      .flatMap((file) => readFrontScript(file).map((each) => ({ file, ...each })))
      .filter(({ target, isType }) => !isType && isIn(target ?? '', ['src/search']));
    expect(wrong.map(({ file, target }) => `${file} → ${String(target)}`)).toEqual([]);
  });

  test('nothing is awaited when a module of src loads', () => {
    const wrong = files.filter(
      (file) =>
        file.startsWith('src/') && file.endsWith('.ts') && /^(?:const .*= )?await /m.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});

test('the reader of imports sees every form', () => {
  const text =
    "import a from './a.ts';\nimport type { B } from './b.ts';\nexport { c } from './c.ts';\nimport {\n  d,\n} from './d.ts';\nconst e = import('./e.ts');\nimport './f.css';\n// import './no.ts'\nimport { type G } from './g.ts';";
  expect(findImports(text)).toEqual([
    { specifier: './a.ts', isType: false },
    { specifier: './b.ts', isType: true },
    { specifier: './c.ts', isType: false },
    { specifier: './d.ts', isType: false },
    { specifier: './f.css', isType: false },
    { specifier: './g.ts', isType: true },
    { specifier: './e.ts', isType: false },
  ]);
});

function listFiles(folder: string): string[] {
  const all = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const paths = all
    .filter((each) => each.isFile())
    .map((each) => relative(ROOT, join(each.parentPath, each.name)).split(sep).join('/'));
  return paths
    .filter((path) => /\.(?:ts|mjs|astro)$/.test(path) && !path.startsWith('tests/fixtures/') && !path.endsWith('.d.ts'))
    .sort();
}

interface Import {
  /** As it stands in the file. */
  specifier: string;
  isType: boolean;
  /** Path from the root of what a relative specifier names. */
  target: string | undefined;
}

function readImports(file: string): Import[] {
  return withTargets(file, findImports(readFileSync(join(ROOT, file), 'utf8')));
}

/** Imports of the script that runs at build time, between the two lines `---`. */
function readFrontScript(file: string): Import[] {
  return withTargets(file, findImports(/^---\n([\s\S]*?)\n---/.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1] ?? ''));
}

function withTargets(file: string, found: { specifier: string; isType: boolean }[]): Import[] {
  return found.map((each) => ({ ...each, target: resolve(file, each.specifier) }));
}

function findImports(text: string): { specifier: string; isType: boolean }[] {
  const statements = [
    ...text.matchAll(/^[ \t]*(?:import|export)\s+(?:(type\s+)?((?:[\w*{}\s,$]|\btype\b)*?)\s*from\s*)?['"]([^'"\n]+)['"]/gm),
  ];
  const calls = [...text.matchAll(/\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"\n]+)['"]/g)];
  return [
    ...statements.map(([, type, names = '', specifier = '']) => ({ specifier, isType: type !== undefined || isAllTypes(names) })),
    ...calls.map(([, specifier = '']) => ({ specifier, isType: false })),
  ];
}

function isAllTypes(names: string): boolean {
  const inner = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  return (
    inner !== undefined &&
    inner
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .every((name) => name.startsWith('type '))
  );
}

/** Path from the root of what a relative specifier names; undefined for packages. */
function resolve(file: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '')) : undefined;
}

function isAllowed(file: string, target: string): boolean {
  const row = Object.keys(ARROWS)
    .filter((each) => isIn(file, [each]))
    .sort((a, b) => b.length - a.length)[0];
  if (row === undefined) return false;
  return isIn(target, [row, ...(ARROWS[row] ?? [])]) || target.endsWith('package.json');
}

function isIn(file: string, folders: string[]): boolean {
  return folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
}
