/** `npm run build`: the site and its search index. `--content DIR`, `--out DIR`. */
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import { readSite } from '../src/model/site.ts';
import { readSiteArguments } from './arguments.ts';
import { filesIn } from './digest.ts';
import { toText } from './reporters/terminal.ts';

const { content, out } = readSiteArguments();
const settings = join(content, 'site.yaml');

const { messages } = readSite(existsSync(settings) ? readFileSync(settings, 'utf8') : undefined, settings);
for (const message of messages) process.stderr.write(toText(message));
if (messages.length > 0) fail(`${messages.length === 1 ? '1 problem' : `${messages.length} problems`} in ${settings}.`);

const started = performance.now();
// Built beside `out` and put in its place when it is whole: a build that fails or is killed leaves the old site as it was.
const unfinished = join(dirname(resolve(out)), `.${basename(resolve(out))}.unfinished`);
rmSync(unfinished, { recursive: true, force: true });
// Whatever the shell says: Vite and Astro would build the site as `npm run dev` shows it, broken files passed over.
process.env['NODE_ENV'] = 'production';
for (const name of ['DEV', 'PROD', 'MODE', 'SSR']) Reflect.deleteProperty(process.env, name);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['OFFPRINT_CONTENT'] = content;
process.env['OFFPRINT_OUT'] = unfinished;
try {
  await build({ root: join(import.meta.dirname, '..'), logLevel: 'error' });
} catch (error) {
  rmSync(unfinished, { recursive: true, force: true });
  fail(error instanceof Error ? error.message : String(error));
}
rmSync(out, { recursive: true, force: true });
renameSync(unfinished, out);
const pages = filesIn(out).filter((file) => file.endsWith('.html')).length;
console.log(`${pages} pages and their search index in ${out}, in ${((performance.now() - started) / 1000).toFixed(1)} s`);

function fail(why: string): never {
  console.error(`${why} Nothing was built: ${out} is as it was.`);
  process.exit(1);
}
