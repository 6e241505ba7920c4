import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** What Pagefind's compressed files begin with (Pagefind 1.6). */
const SIGNATURE = Buffer.from('pagefind_dcd');

/**
 * Give the pages of an index short names: 114 KB of metadata become 45 at 10,000 papers, which every reader fetches first.
 *
 * Pagefind names a page by a hash, and its fragment file likewise; ours are found by place (`writeShownPapers`). The file
 * keeps its own name, which has a hash of what it held. Throws when it has not as many pages as names, or is not what
 * Pagefind 1.6 writes: version, pages, chunks, filters, sorts, fields; a page is its name, its words, its fragment.
 *
 * @param names  Of its pages, in the order in which they were indexed.
 */
export async function namePages(folder: string, names: string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.pf_meta')) continue;
    const bytes = gunzipSync(await readFile(join(folder, name)));
    await writeFile(join(folder, name), gzipSync(withNames(bytes, names), { level: 9 }));
  }
}

function withNames(bytes: Buffer, names: string[]): Buffer {
  const metadata = decode(bytes.subarray(SIGNATURE.length)) as [version: string, pages: [string, number][], ...unknown[]];
  const [version, pages, ...others] = metadata;
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE) || !/^1\.6\./.test(version) || !Array.isArray(pages))
    throw new Error(`Pagefind ${version} writes its metadata in another form than that of 1.6.`);
  if (pages.length !== names.length) throw new Error(`Pagefind indexed ${pages.length} pages of ${names.length}.`);
  const named = pages.map(([, words], at) => [names[at], words]);
  return Buffer.concat([SIGNATURE, encode([version, named, ...others])]);
}
