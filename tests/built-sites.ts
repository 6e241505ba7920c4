/**
 * Builds what the tests of `site` and `browser` read, through the same commands that people use: the real dump,
 * imported from nothing, as a site at `/` and again at `/catalogue/`, a dump of hostile texts, and entries written for
 * the tests, one of each kind. Kept in .cache by the digest of all that goes in, so that only a change builds again.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildInputs, digestOf } from '../scripts/digest.ts';

export interface BuiltSite {
  /** `/` or `/catalogue/`. */
  base: string;
  /** Its content directory, absolute: entries were written there by an import of the dumps alone, or stand in a fixture. */
  content: string;
  /** The built site, absolute. */
  dir: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The real dump at `/`, then at `/catalogue/`. */
    sites: BuiltSite[];
    /** tests/fixtures/hostile-site, with the real topics. */
    hostileSite: BuiltSite;
    /** tests/fixtures/content/pages-of-all-kinds: papers, old addresses, changes and doubts of every kind. */
    siteOfAllKinds: BuiltSite;
  }
}

const ALL_KINDS = 'tests/fixtures/content/pages-of-all-kinds';
const HOSTILE_DUMP = 'tests/fixtures/hostile-site/dump.txt';

export default function setup(project: TestProject): void {
  const digest = digestOf([...buildInputs('content'), HOSTILE_DUMP, ALL_KINDS]).slice(0, 16);
  const kept = resolve('.cache/test-sites');
  // What an earlier state gave is of no more use.
  if (existsSync(kept)) for (const name of readdirSync(kept)) if (name !== digest) rmSync(join(kept, name), { recursive: true });
  const folder = join(kept, digest);
  project.provide('sites', [builtSite(join(folder, 'root'), '/'), builtSite(join(folder, 'catalogue'), '/catalogue/')]);
  project.provide('hostileSite', builtSite(join(folder, 'hostile'), '/', HOSTILE_DUMP));
  project.provide('siteOfAllKinds', siteOfAllKinds(join(folder, 'all-kinds')));
}

/** @param dump  Takes the place of the real dumps. */
function builtSite(folder: string, base: string, dump?: string): BuiltSite {
  const site = { base, content: join(folder, 'content'), dir: join(folder, 'dist') };
  once(folder, () => {
    copyContent(site.content, base, dump);
    run('import.ts', '--content', site.content);
    run('build.ts', '--content', site.content, '--out', site.dir);
  });
  return site;
}

function siteOfAllKinds(folder: string): BuiltSite {
  const site = { base: '/catalogue/', content: resolve(ALL_KINDS), dir: join(folder, 'dist') };
  once(folder, () => run('build.ts', '--content', site.content, '--out', site.dir));
  return site;
}

function once(folder: string, fill: () => void): void {
  const done = join(folder, 'done');
  if (existsSync(done)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  fill();
  writeFileSync(done, '');
}

/** All but what the import writes. */
function copyContent(content: string, base: string, dump: string | undefined): void {
  const left =
    dump === undefined ? /^content[/\\](papers[/\\].|redirects|ledger)/ : /^content[/\\]((papers|dumps)[/\\].|redirects|ledger)/;
  mkdirSync(content, { recursive: true });
  cpSync('content', content, { recursive: true, filter: (path) => !left.test(path) });
  if (dump !== undefined) cpSync(dump, join(content, 'dumps', basename(dump)));
  const settings = join(content, 'site.yaml');
  const text = existsSync(settings) ? readFileSync(settings, 'utf8').replace(/^base:.*$/m, '') : '';
  writeFileSync(settings, `${text.trimEnd()}\nbase: ${base}\n`);
}

function run(script: string, ...flags: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', script), ...flags], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`scripts/${script} ${flags.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
}
