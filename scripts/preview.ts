/** `npm run preview`: serve what `npm run build` built, as it is. `--port N`, `--content DIR`, `--out DIR`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBase, readSiteArguments } from './arguments.ts';
import { serve } from './serve.ts';

const { content, out, port } = readSiteArguments('npm run preview');
if (!existsSync(join(out, 'index.html'))) {
  console.error(`No site is built in ${out}: run npm run build first.`);
  process.exit(1);
}
const site = await serve(out, { base: readBase(content), port });
if (site.port !== port && port !== 0) console.log(`Port ${port} is taken: the site is on ${site.port} instead.`);
console.log(`${site.address}  (Ctrl-C stops it)`);
