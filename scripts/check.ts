/** Check types, of components and of every TypeScript file (astro-check reads tsconfig.json too). */
import { spawnSync } from 'node:child_process';
import { sync } from 'astro';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await sync({ logLevel: 'error' });
const flags = ['--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'];
const { status } = spawnSync(process.execPath, ['node_modules/@astrojs/check/bin/astro-check.js', ...flags], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
