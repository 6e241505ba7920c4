/** `npm run build`: the site and its search index, or a part of the site. `--content DIR`, `--out DIR`, `--shard i/n`. */
import { hash } from 'node:crypto';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { writeHeaders } from '../src/integrations/headers.ts';
import { indexSite } from '../src/integrations/search-index.ts';
import { mayHoldJsx } from '../src/model/may-hold-jsx.ts';
import { readSite } from '../src/model/site.ts';
import { readBuildArguments } from './arguments.ts';
import { LastPages } from './build/last-pages.ts';
import { writePages } from './build/pages.ts';
import { compileAhead, openProgram } from './build/program.ts';
import { digestOf, filesIn, siteInputs } from './digest.ts';
import { showProgress } from './progress.ts';
import { writePart } from './parts.ts';
import { replaceWhole } from './replace-whole.ts';
import { toText } from './reporters/terminal.ts';

/** Of fewer papers V8 finds the rubbish in less time by itself. */
const MANY_PAPERS = 30_000;
/** Of the digest that names a build on its pages. */
const DIGEST_CHARS = 10;

const { content, out, shard, byAstro } = readBuildArguments();
const settings = join(content, 'site.yaml');

const { output: site, messages } = readSite(existsSync(settings) ? readFileSync(settings, 'utf8') : undefined, settings);
for (const message of messages) process.stderr.write(toText(message));
if (messages.length > 0) fail(`${messages.length === 1 ? '1 problem' : `${messages.length} problems`} in ${settings}.`);

const started = performance.now();
const progress = showProgress();
// Whatever the shell says: Vite and Astro would build the site as `npm run dev` shows it, broken files passed over.
process.env['NODE_ENV'] = 'production';
for (const name of ['DEV', 'PROD', 'MODE', 'SSR']) Reflect.deleteProperty(process.env, name);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['OFFPRINT_CONTENT'] = content;
process.env['OFFPRINT_SHARD'] = shard ? `${shard.number}/${shard.of}` : '';
const kept = join('.cache', 'build', nameOf(content));
const ahead = byAstro ? undefined : compileAhead(kept);
ahead?.catch(() => {}); // heard when it is needed
/** Entries that Astro compiles with the components, and a few more. */
const withJsx: string[] = [];
let papers = 0;
const digest = digestOf(siteInputs(content), (file, bytes) => {
  if (dirname(file) !== join(content, 'papers')) return;
  papers += 1;
  if (mayHoldJsx(bytes.toString())) withJsx.push(file);
});
// Two fifths of the memory would be rubbish that V8 has not looked for yet: at 100,000 papers 2.2 GB in place of 1.97.
if (papers > MANY_PAPERS) setFlagsFromString('--heap-growing-percent=20');
process.env['OFFPRINT_BUILD'] = digest.slice(0, DIGEST_CHARS);
let pages = 0;
try {
  await replaceWhole(out, async (folder, keep) => {
    const keptFolders = new Set<string>();
    const keepFile = (file: string) => {
      keptFolders.add(file.split(sep)[0] ?? '');
      keep(file);
    };
    pages = await (byAstro ? buildByAstro(folder) : buildPages(folder, keepFile));
    // A part has no index and no headers: they are of the whole site, and `npm run merge` writes them.
    if (shard) return writePart(folder, { shard, digest });
    const dir = pathToFileURL(`${folder}/`);
    await indexSite(dir, progress.show);
    await writeHeaders(dir, site.base, keptFolders);
  });
} catch (error) {
  progress.clear();
  fail(error instanceof Error ? error.message : String(error));
}
progress.clear();
const what = shard ? `${pages} pages, part ${shard.number} of ${shard.of},` : `${pages} pages and their search index`;
console.log(`${what} in ${out}, in ${((performance.now() - started) / 1000).toFixed(1)} s`);

async function buildPages(folder: string, keep: (file: string) => void): Promise<number> {
  const [program] = await Promise.all([
    openProgram(content, withJsx, kept, ahead),
    // What pages will ask for, read while Astro compiles them. It heeds the environment, which is set by now.
    import('../src/catalogue/reading.ts').then(({ readOnce }) => readOnce()),
  ]);
  const last = new LastPages(out, join(kept, `pages-${nameOf(out)}.json`), program.digest);
  cpSync(program.shared, folder, { recursive: true });
  const pages = await writePages(program.app, { out: folder, shard, last, keep, show: progress.show });
  last.remember();
  return pages;
}

async function buildByAstro(folder: string): Promise<number> {
  const { build } = await import('astro');
  process.env['OFFPRINT_OUT'] = folder;
  await build({ root: join(import.meta.dirname, '..'), logLevel: 'error' });
  return filesIn(folder).filter((file) => file.endsWith('.html')).length;
}

/** Names a folder in the cache. */
function nameOf(folder: string): string {
  return hash('sha256', resolve(folder)).slice(0, DIGEST_CHARS);
}

function fail(why: string): never {
  console.error(`${why} Nothing was built: ${out} is as it was.`);
  process.exit(1);
}
