/** `npm run build`: the site and its search index. `--content DIR`, `--out DIR`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { readSite } from '../src/model/site.ts';
import { filesIn } from './digest.ts';
import { toText } from './reporters/terminal.ts';

const { values } = parseArgs({
  options: { content: { type: 'string', default: 'content' }, out: { type: 'string', default: 'dist' } },
});
const settings = join(values.content, 'site.yaml');

if (!existsSync(values.content)) fail(`There is no folder ${values.content}: name the content directory with --content DIR.`);
const { messages } = readSite(existsSync(settings) ? readFileSync(settings, 'utf8') : undefined, settings);
for (const message of messages) process.stderr.write(toText(message));
if (messages.length > 0)
  fail(`${messages.length === 1 ? '1 problem' : `${messages.length} problems`} in ${settings}. ${values.out} is as it was.`);

const started = performance.now();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['OFFPRINT_CONTENT'] = values.content;
process.env['OFFPRINT_OUT'] = values.out;
try {
  await build({ root: join(import.meta.dirname, '..'), logLevel: 'warn' });
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
const pages = filesIn(values.out).filter((file) => file.endsWith('.html')).length;
console.log(`${pages} pages and their search index in ${values.out}, in ${((performance.now() - started) / 1000).toFixed(1)} s`);

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
