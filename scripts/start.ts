/**
 * `npm start`: import what is in content/dumps, build the site with its search index, and serve it.
 * What is in place already is not done again. `--port N`, `--content DIR`, `--out DIR`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readBase, readSiteArguments } from './arguments.ts';
import { buildInputs, digestOf, filesIn } from './digest.ts';
import { serve } from './serve.ts';

const { content, out, port } = readSiteArguments('npm start');
const started = performance.now();
const stamp = join(out, '.built-from');

if (isInPlace()) console.log(`${out} is in place: nothing has changed since it was built.`);
else {
  run('import.ts', '--content', content);
  run('build.ts', '--content', content, '--out', out);
  // Inside `out`, so that any other build, which empties it, takes the stamp away.
  writeFileSync(stamp, digest());
}

const site = await serve(out, { base: readBase(content), port });
if (site.port !== port && port !== 0) console.log(`Port ${port} is taken: the site is on ${site.port} instead.`);
console.log(`${tally()} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log(`${site.address}  (Ctrl-C stops it)`);

function isInPlace(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest();
}

/** Over the content as the import leaves it, for it writes into the same folder. */
function digest(): string {
  return digestOf(buildInputs(content));
}

function run(script: string, ...flags: string[]): void {
  const keep = ['--import', pathToFileURL(join(import.meta.dirname, 'compile-cache.ts')).href];
  const { status } = spawnSync(process.execPath, [...keep, join(import.meta.dirname, script), ...flags], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function tally(): string {
  const pages = filesIn(out).filter((file) => file.endsWith('.html'));
  const papers = filesIn(join(content, 'papers')).filter((file) => file.endsWith('.mdx'));
  const topics = pages.filter((file) => /[/\\]topics[/\\][^/\\]+[/\\]index\.html$/.test(file));
  return `${papers.length} papers, ${topics.length} topics, ${pages.length} pages`;
}
