import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Another generator: what it is called with its version, and the command that renders its pages into `out`. */
export interface Peer {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  out: string;
}

const ELEVENTY = '3.1.8';
/** Eleventy is no dependency of the project: it is installed beside the benchmark's other files. */
const ELEVENTY_FOLDER = join('.cache', 'bench', 'eleventy');

/** Eleventy, over entries that `writePeerEntries` wrote into `work`/eleventy/papers. Installed when it is not there yet. */
export function eleventy(work: string): Peer {
  const cwd = resolve(work, 'eleventy');
  const program = resolve(ELEVENTY_FOLDER, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
  if (!existsSync(program)) installEleventy();
  const here = join(import.meta.dirname, 'eleventy');
  for (const part of ['eleventy.config.js', 'layouts', 'topics.njk'])
    cpSync(join(here, part), join(cwd, part), { recursive: true });
  cpSync(join(here, 'papers.json'), join(cwd, 'papers', 'papers.json'));
  return {
    name: `Eleventy ${ELEVENTY}`,
    command: process.execPath,
    args: [program, '--quiet', '--output=dist'],
    cwd,
    out: join(cwd, 'dist'),
  };
}

/** Hugo, over entries that `writePeerEntries` wrote into `work`/hugo/content/papers; undefined where it is not installed. */
export function hugo(work: string): Peer | undefined {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const cwd = resolve(work, 'hugo');
  cpSync(join(import.meta.dirname, 'hugo'), cwd, { recursive: true });
  const version = /v(\d[\d.]*)/.exec(stdout)?.[1] ?? '';
  return { name: `Hugo ${version}`, command: 'hugo', args: ['--quiet', '--destination', 'dist'], cwd, out: join(cwd, 'dist') };
}

/** What a run leaves, without which it renders from nothing: Hugo keeps what it made, and Eleventy leaves old pages in place. */
export function keptBy({ cwd, out }: Peer): string[] {
  return [out, join(cwd, 'resources')];
}

function installEleventy(): void {
  mkdirSync(ELEVENTY_FOLDER, { recursive: true });
  writeFileSync(join(ELEVENTY_FOLDER, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', `@11ty/eleventy@${ELEVENTY}`], {
    cwd: ELEVENTY_FOLDER,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
