/** `npm run dev`: pages rebuilt as they are edited. `--port N`, `--content DIR`. */
import { dev } from 'astro';
import { readSiteArguments } from './arguments.ts';

const { content, port } = readSiteArguments();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['OFFPRINT_CONTENT'] = content;
await dev({ server: { port } });
