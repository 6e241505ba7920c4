import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { digestOf, PROGRAM } from '../digest.ts';
import type { App, DefaultPrerenderer, SharedStyles } from './astro-app.ts';

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
 * The program for a content directory: kept from the last build, or compiled by Astro where code, settings, packages or
 * entries with JSX have changed since.
 *
 * @param withJsx  The files of those entries.
 * @param folder   Where it is kept.
 */
export async function openProgram(content: string, withJsx: string[], folder: string): Promise<Program> {
  const digest = digestOfProgram(content, withJsx);
  const kept = join(folder, `program-${digest}`);
  if (!existsSync(kept)) {
    // Of its own, since another build of the same content may be at work.
    const unfinished = `${kept}.${process.pid}.tmp`;
    await compile(unfinished);
    if (!existsSync(kept)) renameSync(unfinished, kept);
    clear(folder, kept);
  }
  const { entry, styles } = JSON.parse(readFileSync(join(kept, HEADS), 'utf8')) as Heads;
  const { app } = (await import(pathToFileURL(join(kept, 'server', entry)).href)) as { app: App };
  // Of what Astro's build knows, rendering asks for these alone (Astro 7.3).
  app.setInternals({ pagesByKeys: new Map(styles), entrySpecifierToBundleMap: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: app.logger });
  return { app, shared: join(kept, 'shared'), digest };
}

/** What Astro's build knows of pages besides their code. */
interface Heads {
  /** The module that begins it all. */
  entry: string;
  /** The style sheets of each page's component. */
  styles: [component: string, SharedStyles][];
}

const HEADS = 'heads.json';

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

/** Have Astro compile the components and bundle styles and scripts, and keep what it would make the pages with. */
async function compile(folder: string): Promise<void> {
  const shared = join(folder, 'shared');
  mkdirSync(shared, { recursive: true });
  process.env['OFFPRINT_OUT'] = shared;
  const { build } = await import('astro'); // half a second, which most builds need not wait
  await build({ root: ROOT, logLevel: 'error', integrations: [keepProgram(folder)] });
}

/** Have components call our runtime in place of Astro's. */
function stringRuntime(): Plugin {
  return {
    name: 'offprint:string-runtime',
    enforce: 'pre',
    resolveId: (id) => (id === 'astro/compiler-runtime' ? join(import.meta.dirname, 'string-runtime.ts') : undefined),
  };
}

function keepProgram(folder: string): AstroIntegration {
  let compiled = '';
  return {
    name: 'offprint:keep-program',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [stringRuntime()] } });
      },
      'astro:config:done': ({ config }) => {
        // Where Astro puts it while the site's folder lies in the project's (Astro 7.3).
        compiled = fileURLToPath(new URL('.prerender/', config.outDir));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((given) => ({
          ...given,
          name: 'offprint:keep-program',
          getStaticPaths: () => {
            const byAstro = given as DefaultPrerenderer;
            const { allPages } = byAstro.app.getOptions();
            const heads: Heads = {
              entry: readdirSync(compiled).find((name) => name.startsWith('prerender-entry')) ?? '',
              styles: Object.values(allPages).map(({ key, styles }) => [key, { styles }]),
            };
            cpSync(compiled, join(folder, 'server'), { recursive: true });
            writeFileSync(join(folder, HEADS), JSON.stringify(heads));
            return Promise.resolve([]); // Astro writes no page
          },
        }));
      },
    },
  };
}
