import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { installFromDebian } from '../../scripts/debian.ts';
import { filesIn } from '../../scripts/digest.ts';
import { headersFor } from '../../scripts/headers-file.ts';
import { serve } from '../../scripts/serve.ts';

describe.each(inject('sites'))('_headers of the site at $base', ({ base, dir }) => {
  const rules = readFileSync(join(dir, '_headers'), 'utf8');
  const addresses = filesIn(dir)
    .map(
      (file) =>
        base +
        relative(dir, file)
          .replaceAll('\\', '/')
          .replace(/(^|\/)index\.html$/, '$1'),
    )
    .filter((address) => !address.includes('/.') && !address.endsWith('/_headers'));

  test('let no other site frame a page, and no browser guess a type, anywhere', () => {
    for (const address of addresses) {
      const said = headersFor(rules, address);
      expect(said).toMatchObject({ 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff' });
      expect(said).toHaveProperty('Referrer-Policy');
      expect(said).toHaveProperty('Permissions-Policy');
    }
  });

  test('say one thing about how long a file is kept: for ever where its name holds a hash, else never unasked', () => {
    const kept = Object.fromEntries(addresses.map((address) => [address, headersFor(rules, address)['Cache-Control']]));
    for (const [address, value] of Object.entries(kept)) {
      if (/\/(_astro|pagefind\/(fragment|index))\//.test(address))
        expect(value, address).toBe('public, max-age=31536000, immutable');
      else if (address.endsWith('/') || address.endsWith('pagefind-entry.json'))
        expect(value, address).toBe('public, max-age=0, must-revalidate');
      else expect(value ?? '', address).not.toContain('immutable');
    }
  });
});

describe('the nginx example in README.md', () => {
  const example = /```nginx\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1]?.replace(/^ {2}/gm, '') ?? '';
  const nginx = findNginx();

  test.skipIf(nginx === undefined)('sends what _headers says, and 404.html, in Debian’s nginx', async () => {
    const [site] = inject('sites');
    const folder = mkdtempSync(join(tmpdir(), 'offprint-nginx-'));
    const port = await freePort();
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log stderr; user root; events {}
      http { include /etc/nginx/mime.types; access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
      ${example.replace('listen 80;', `listen 127.0.0.1:${port};`).replace(/root \S+;/, `root ${site?.dir};`)} }`.replace(
        process.getuid?.() === 0 ? '' : 'user root;',
        '',
      ),
    );
    const server = spawn(nginx ?? '', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'inherit', 'pipe'] });
    let trouble = '';
    server.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
    try {
      const origin = `http://127.0.0.1:${port}`;
      await reachable(origin, () => trouble);
      const rules = readFileSync(join(site?.dir ?? '', '_headers'), 'utf8');
      const files = filesIn(site?.dir ?? '').map((file) => `/${relative(site?.dir ?? '', file)}`);
      const samples = [
        '/',
        '/papers/',
        '/search/',
        ...['/_astro/', '/pagefind/fragment/', '/pagefind/pagefind-entry'].map(
          (start) => files.find((file) => file.startsWith(start)) ?? start,
        ),
      ];
      for (const path of samples) {
        const response = await fetch(origin + path);
        expect(response.status, path).toBe(200);
        for (const [name, value] of Object.entries(headersFor(rules, path)))
          expect(response.headers.get(name), `${name} of ${path}`).toBe(value);
      }
      const missing = await fetch(`${origin}/_astro/gone.js`);
      expect(missing.status).toBe(404);
      expect(missing.headers.get('cache-control') ?? '').not.toContain('immutable');
      expect(await missing.text()).toBe(readFileSync(join(site?.dir ?? '', '404.html'), 'utf8'));
      expect((await fetch(origin, { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding')).toBe('gzip');
    } finally {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** nginx on this machine; continuous integration on Debian installs it, elsewhere the test is skipped. */
function findNginx(): string | undefined {
  const places = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'];
  const found = places.find((path) => existsSync(path));
  if (found !== undefined || process.env['CI'] !== 'true') return found;
  installFromDebian('nginx-light');
  const installed = places.find((path) => existsSync(path));
  if (installed === undefined) throw new Error('nginx could not be installed, and continuous integration never skips its test.');
  return installed;
}

async function freePort(): Promise<number> {
  const site = await serve('public', { port: 0 });
  await site.close();
  return site.port;
}

async function reachable(origin: string, trouble: () => string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (
      await fetch(origin).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nginx did not start:\n${trouble()}`);
}
