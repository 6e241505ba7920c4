/**
 * `node scripts/build/compile.ts FOLDER`: what openProgram keeps, of the content directory and the site's folder that the
 * environment names. Tells its parent what went wrong.
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { DefaultPrerenderer, Heads } from './astro-app.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A slot that is HTML, as Astro compiles it. */
const AWAITING_SLOT = /async (\(\$\$result\) => render`\$\{unescapeHTML\([\w.]+\)\}`)/g;

const [folder = ''] = process.argv.slice(2);
const shared = join(folder, 'shared');
mkdirSync(shared, { recursive: true });
process.env['OFFPRINT_OUT'] = shared;
try {
  await build({ root: ROOT, logLevel: 'error', integrations: [keepProgram(folder)] });
} catch (error) {
  process.exitCode = 1;
  process.send?.(error instanceof Error ? error.message : String(error));
}

/** Modules that compiled components do not get as they would from Astro. */
function ourModules(): Plugin {
  return {
    name: 'offprint:our-modules',
    enforce: 'pre',
    resolveId(id, importer) {
      // Our runtime in place of Astro's.
      if (id === 'astro/compiler-runtime') return join(import.meta.dirname, 'string-runtime.ts');
      // Not a copy, but what the build has begun to read.
      if (id === './reading.ts' && importer?.endsWith('/catalogue/load.ts'))
        return { id: pathToFileURL(join(ROOT, 'src', 'catalogue', 'reading.ts')).href, external: true };
      return undefined;
    },
    // Astro has `set:html` on a Fragment wait, for nothing, and with it all that stands around (Astro 7.3).
    renderChunk: (code) => code.replace(AWAITING_SLOT, '$1'),
  };
}

function keepProgram(folder: string): AstroIntegration {
  let compiled = '';
  return {
    name: 'offprint:keep-program',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [ourModules()] } });
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
            writeFileSync(join(folder, 'heads.json'), JSON.stringify(heads));
            return Promise.resolve([]); // Astro writes no page
          },
        }));
      },
    },
  };
}
