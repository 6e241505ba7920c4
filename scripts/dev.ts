/** `npm run dev`: pages rebuilt as they are edited; search answers from what `npm run build` built last. `--port N`, `--content DIR`, `--out DIR`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dev } from 'astro';
import { lastIndex } from '../src/integrations/last-index.ts';
import { readSiteArguments } from './arguments.ts';

const { content, out, port } = readSiteArguments('npm run dev');
// Whatever the shell says: Vite and Astro read these.
process.env['NODE_ENV'] = 'development';
for (const name of ['DEV', 'PROD', 'MODE', 'SSR']) Reflect.deleteProperty(process.env, name);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['OFFPRINT_CONTENT'] = content;
await dev({ server: { port }, integrations: [lastIndex(resolve(out))] });
if (!existsSync(join(out, 'pagefind'))) console.log(`Search has no index yet: npm run build writes one into ${out}.`);
