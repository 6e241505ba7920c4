import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** What Pagefind's compressed files begin with (Pagefind 1.6). */
const SIGNATURE = Buffer.from('pagefind_dcd');

/**
 * Name the pages of an index by their number: 114 KB of metadata become 45 at 10,000 papers, which every reader fetches first.
 *
 * Pagefind names a page by a hash, and its fragment file likewise; ours are found by place (`writeShownPapers`), so the
 * names need not say anything. The file keeps its own name, which has a hash of what it held. Throws when the file is not
 * what Pagefind 1.6 writes: version, pages, chunks, filters, sorts, fields; a page is its name, its words, its fragment.
 *
 * @param first  Number of its first page: names must differ between the parts of an index.
 */
export async function shortenMetadata(folder: string, first: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.pf_meta')) continue;
    const bytes = gunzipSync(await readFile(join(folder, name)));
    await writeFile(join(folder, name), gzipSync(withShortNames(bytes, first), { level: 9 }));
  }
}

function withShortNames(bytes: Buffer, first: number): Buffer {
  const metadata = decode(bytes.subarray(SIGNATURE.length)) as [version: string, pages: [string, number][], ...unknown[]];
  const [version, pages, ...others] = metadata;
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE) || !/^1\.6\./.test(version) || !Array.isArray(pages))
    throw new Error(`Pagefind ${version} writes its metadata in another form than that of 1.6.`);
  const short = pages.map(([, words], at) => [(first + at).toString(36), words]);
  return Buffer.concat([SIGNATURE, encode([version, short, ...others])]);
}
