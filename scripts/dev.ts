/** `npm run dev`: pages rebuilt as they are edited. `--content DIR`, `--port N`. */
import { parseArgs } from 'node:util';
import { dev } from 'astro';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' }, port: { type: 'string', default: '4321' } } });
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['OFFPRINT_CONTENT'] = values.content;
await dev({ server: { port: Number(values.port) } });
