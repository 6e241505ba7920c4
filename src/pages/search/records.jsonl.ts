import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { loadCatalogue } from '../../catalogue/load.ts';
import { writeSearchLines } from '../../catalogue/search-lines.ts';

/** What is to be indexed; src/integrations/search-index.ts reads it and takes it away. */
export const GET: APIRoute = async () => {
  const { catalogue } = loadCatalogue();
  const lines = Readable.from(inBytes(writeSearchLines(catalogue.papers)));
  return new Response(Readable.toWeb(lines) as ReadableStream<Uint8Array>);
};

const LINES_AT_ONCE = 500;

function* inBytes(lines: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let some: string[] = [];
  for (const line of lines) {
    if (some.push(line) < LINES_AT_ONCE) continue;
    yield encoder.encode(some.join(''));
    some = [];
  }
  yield encoder.encode(some.join(''));
}
