import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestOf, PROGRAM } from '../digest.ts';
import type { App, Heads } from './astro-app.ts';

/** The site's components, compiled: what makes its pages of the content. */
export interface Program {
  app: App;
  /** Folder of the files that pages share: those of public/, styles and scripts. */
  shared: string;
  /** Of all that decides what it makes of the same content. */
  digest: string;
}

const ROOT = join(import.meta.dirname, '..', '..');
const DIGEST_CHARS = 16;

/**
 * Begin to compile where no program is kept at all, before anything is known of the content.
 *
 * @param folder  Where programs are kept.
 */
export function compileAhead(folder: string): Promise<string> | undefined {
  const isKept = existsSync(folder) && readdirSync(folder).some((name) => /^program-\w+$/.test(name));
  return isKept ? undefined : compile(folder);
}

/**
 * The program for a content directory: kept from the last build, or compiled by Astro where code, settings, packages or
 * entries with JSX have changed since.
 *
 * @param withJsx  The files of those entries.
 * @param folder   Where it is kept.
 * @param ahead    What compileAhead has begun.
 */
export async function openProgram(content: string, withJsx: string[], folder: string, ahead?: Promise<string>): Promise<Program> {
  const digest = digestOfProgram(content, withJsx);
  const kept = join(folder, `program-${digest}`);
  if (!existsSync(kept)) {
    const compiled = await (ahead ?? compile(folder));
    // Another build of the same content may have been at work.
    if (!existsSync(kept)) renameSync(compiled, kept);
    clear(folder, kept);
  }
  const { entry, styles } = JSON.parse(readFileSync(join(kept, 'heads.json'), 'utf8')) as Heads;
  const { app } = (await import(pathToFileURL(join(kept, 'server', entry)).href)) as { app: App };
  // Of what Astro's build knows, rendering asks for these alone (Astro 7.3).
  app.setInternals({ pagesByKeys: new Map(styles), entrySpecifierToBundleMap: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: app.logger });
  return { app, shared: join(kept, 'shared'), digest };
}

/** Take away programs that nobody needs: older ones, and what killed builds left. */
function clear(folder: string, kept: string): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith('program-'))) {
    const [, pid] = /\.(\d+)\.tmp$/.exec(name) ?? [];
    const isNeeded = join(folder, name) === kept || (pid !== undefined && Number(pid) !== process.pid && isAlive(Number(pid)));
    if (!isNeeded) rmSync(join(folder, name), { recursive: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Over everything that goes into what Astro compiles, but for Node's and Astro's own files, which the versions name. */
function digestOfProgram(content: string, withJsx: string[]): string {
  return createHash('sha256')
    .update(`${process.version} ${ROOT} ${resolve(content)}\n`)
    .update(digestOf([...PROGRAM.map((part) => join(ROOT, part)), join(content, 'site.yaml')]))
    .update(digestOf(withJsx))
    .digest('hex')
    .slice(0, DIGEST_CHARS);
}

/** Have Astro compile, in a process of its own: this one has other things to do, and need not keep what that takes. */
async function compile(folder: string): Promise<string> {
  const compiled = join(folder, `program-new.${process.pid}.tmp`);
  const compiler = fork(join(import.meta.dirname, 'compile.ts'), [compiled]);
  const kill = (): void => void compiler.kill();
  process.once('exit', kill);
  let problem: string | undefined;
  compiler.on('message', (message) => (problem = String(message)));
  const [code] = (await once(compiler, 'exit')) as [number | null];
  process.off('exit', kill);
  if (code !== 0) throw new Error(problem ?? 'The components could not be compiled.');
  return compiled;
}
