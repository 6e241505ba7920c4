import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from 'compression';
import serveStatic from 'serve-static';
import { headersFor } from './headers-file.ts';

export interface ServeOptions {
  /** Path that the site stands under, with both slashes. Default: `/`. */
  base?: string;
  /** Default: 4321. When it is taken, another free one; 0 is any free one. */
  port?: number;
}

export interface Served {
  /** Where the site starts: `http://localhost:4321/catalogue/`. */
  address: string;
  port: number;
  close: () => Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serve a built site on this machine alone, as a host would: compressed, `/papers` sent to `/papers/`, 404.html for
 * what is not there, the headers of `_headers`, nothing outside `dir` and no dotfile. Files are read at each request, so a new build shows at once.
 */
export async function serve(dir: string, { base = '/', port = 4321 }: ServeOptions = {}): Promise<Served> {
  const handler = siteHandler(dir, base);
  const servers = await listen(handler, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return listen(handler, 0);
  });
  const bound = (servers[0]?.address() as AddressInfo).port;
  return {
    address: `http://localhost:${bound}${base}`,
    port: bound,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

function siteHandler(dir: string, base: string): Handler {
  const compress = compression() as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  const files = serveStatic(dir, { dotfiles: 'ignore', cacheControl: false });
  return (request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(base)) {
      // Only the way in is helped: any other address outside the base is a wrong link, and must be seen as one.
      if (url === '/' || url === base.slice(0, -1)) response.writeHead(302, { Location: base }).end();
      else response.writeHead(404).end(`Nothing is served outside ${base}`);
      return;
    }
    // serve-static's redirects start from the address as it was asked for.
    const mounted = Object.assign(request, { originalUrl: url, url: url.slice(base.length - 1) });
    response.setHeaders(new Map(Object.entries(hostHeaders(dir, url))));
    compress(mounted, response, () => files(mounted, response, (error) => void notFound(dir, response, error)));
  };
}

/** What `_headers` says, as on a host that reads it. Without it, every file is asked for again. */
function hostHeaders(dir: string, url: string): Record<string, string> {
  const file = join(dir, '_headers');
  const said = existsSync(file) ? headersFor(readFileSync(file, 'utf8'), url.replace(/[?#].*$/, '')) : {};
  return { 'Cache-Control': 'no-cache', ...said };
}

async function notFound(dir: string, response: ServerResponse, error?: { status?: number }): Promise<void> {
  const page = await readFile(join(dir, '404.html')).catch(() => 'Not found.');
  // A file that is gone may come again, whatever is said of those that are there.
  response.writeHead(error?.status ?? 404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' }).end(page);
}

/** `localhost` is two addresses, and browsers try either first: both are taken, or the port counts as taken. */
async function listen(handler: Handler, port: number): Promise<ReturnType<typeof createServer>[]> {
  const first = await listenOn(handler, '127.0.0.1', port);
  const bound = (first.address() as AddressInfo).port;
  try {
    return [first, await listenOn(handler, '::1', bound)];
  } catch (error) {
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes((error as NodeJS.ErrnoException).code ?? '')) return [first];
    await close(first);
    throw error;
  }
}

function listenOn(handler: Handler, host: string, port: number): Promise<ReturnType<typeof createServer>> {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function close(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
