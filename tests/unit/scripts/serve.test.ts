import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../../scripts/serve.ts';
import { serve } from '../../../scripts/serve.ts';

const parent = mkdtempSync(join(tmpdir(), 'offprint-serve-'));
const dir = join(parent, 'site');
let site: Served;

beforeAll(async () => {
  mkdirSync(join(dir, 'papers/a b'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(dir, '.built-from'), 'secret');
  writeFileSync(join(dir, 'index.html'), '<p>home</p>');
  writeFileSync(join(dir, '404.html'), '<p>lost</p>');
  writeFileSync(join(dir, 'papers/index.html'), `<p>papers</p>${'<p>a line</p>'.repeat(500)}`);
  writeFileSync(join(dir, 'papers/a b/index.html'), '<p>spaced</p>');
  writeFileSync(join(dir, 'look.css'), 'p{}');
  writeFileSync(join(dir, 'search.mjs'), '');
  writeFileSync(join(dir, '_headers'), '/catalogue/*\n  X-Frame: none\n\n/catalogue/*.css\n  Cache-Control: immutable\n');
  site = await serve(dir, { base: '/catalogue/', port: 0 });
});
afterAll(async () => {
  await site.close();
  rmSync(parent, { recursive: true });
});

/** As it goes over the wire: fetch would tidy the path, follow and decompress. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: site.port, path, headers }, (response) => {
      let text = '';
      response.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    })
      .once('error', reject)
      .end();
  });
}

describe('serve', () => {
  test('finds pages under the base, with and without what comes after a question mark', async () => {
    expect(await ask('/catalogue/')).toMatchObject({ status: 200, text: '<p>home</p>' });
    expect(await ask('/catalogue/?q=a/../b')).toMatchObject({ status: 200, text: '<p>home</p>' });
    expect(await ask('/catalogue/papers/a%20b/')).toMatchObject({ status: 200, text: '<p>spaced</p>' });
  });

  test('sends a folder to its address with a slash, and the bare root to the base', async () => {
    expect(await ask('/catalogue/papers')).toMatchObject({ status: 301, headers: { location: '/catalogue/papers/' } });
    expect(await ask('/')).toMatchObject({ status: 302, headers: { location: '/catalogue/' } });
    expect(await ask('/catalogue')).toMatchObject({ status: 302, headers: { location: '/catalogue/' } });
  });

  test('says what kind of file it is', async () => {
    const typeOf = async (path: string) => (await ask(path)).headers['content-type'];
    expect(await typeOf('/catalogue/papers/')).toBe('text/html; charset=utf-8');
    expect(await typeOf('/catalogue/look.css')).toBe('text/css; charset=utf-8');
    expect(await typeOf('/catalogue/search.mjs')).toBe('text/javascript; charset=utf-8');
  });

  test('compresses for those who ask', async () => {
    const plain = await ask('/catalogue/papers/');
    const small = await ask('/catalogue/papers/', { 'Accept-Encoding': 'gzip' });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.text.length).toBeLessThan(plain.text.length / 10);
  });

  test('sends the headers of _headers, and keeps nothing that is not there', async () => {
    expect((await ask('/catalogue/look.css?v=1')).headers).toMatchObject({ 'x-frame': 'none', 'cache-control': 'immutable' });
    expect((await ask('/catalogue/')).headers).toMatchObject({ 'x-frame': 'none', 'cache-control': 'no-cache' });
    expect((await ask('/catalogue/gone.css')).headers).toMatchObject({ 'x-frame': 'none', 'cache-control': 'no-cache' });
  });

  test('answers 404.html with 404 for what is not there, and nothing outside the base', async () => {
    expect(await ask('/catalogue/papers/nothing/')).toMatchObject({
      status: 404,
      text: '<p>lost</p>',
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    expect(await ask('/papers/')).toMatchObject({ status: 404 });
  });

  test.each([
    '/catalogue/../secret.txt',
    '/catalogue/%2e%2e/secret.txt',
    '/catalogue/..%2fsecret.txt',
    '/catalogue/%00',
    '/catalogue/%',
    '/catalogue/.built-from',
  ])('gives nothing away at %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain('secret');
  });

  test('takes another port when its own is taken, on either address of localhost', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const second = await serve(dir, { port });
    expect(second.port).not.toBe(port);
    expect(await (await fetch(second.address)).text()).toBe('<p>home</p>');
    await second.close();
    other.close();
  });
});
