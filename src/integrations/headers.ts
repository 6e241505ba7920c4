import { readdir, writeFile } from 'node:fs/promises';

/** Headers for the addresses that a pattern fits: a path, with `*` for all that follows. */
interface HeaderRule {
  pattern: string;
  headers: Record<string, string>;
}

const FOR_ALL = {
  // Only a header can say this part of the policy; the rest stands in each page.
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};
const FOR_EVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const ASK_FIRST = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

/** Folders of the index whose files have other names when they hold something else. */
const HASHED = ['fragment', 'index'];
/** Files of the index that keep their name from build to build. */
const UNHASHED = ['parts.json', 'orders.json', 'papers.json', 'pagefind-entry.json', 'pagefind.js'];

/**
 * Write `_headers` into a site, for the hosts that read it (Cloudflare, Netlify).
 *
 * @param base    Path that it is served under, with both slashes.
 * @param others  Names of folders of the site that are not in `dir`, or not yet.
 */
export async function writeHeaders(dir: URL, base: string, others: Iterable<string> = []): Promise<void> {
  // A large index has parts, in folders with a number.
  const parts = (await foldersIn(new URL('pagefind/', dir))).filter((name) => /^\d+$/.test(name));
  const indexes = ['pagefind/', ...parts.map((part) => `pagefind/${part}/`)];
  const folders = [...new Set([...(await foldersIn(dir)), ...others])].sort();
  await writeFile(new URL('_headers', dir), toHeadersFile(headerRules(base, folders, indexes)));
}

async function foldersIn(dir: URL): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}

/**
 * What a host says with each file of the site.
 *
 * @param base     Path that the site is served under, with both slashes.
 * @param folders  Names of the folders at the top of the site.
 * @param indexes  Folders of the search index and of its parts.
 * @returns Rules of which at most one tells an address how long it is kept: hosts join what two rules say.
 */
function headerRules(base: string, folders: string[], indexes: string[]): HeaderRule[] {
  const ofPages = folders.filter((name) => !name.startsWith('_') && name !== 'pagefind').map((name) => `${name}/*`);
  const hashed = ['_astro/*', ...indexes.flatMap((index) => HASHED.map((folder) => `${index}${folder}/*`))];
  const unhashed = indexes.flatMap((index, at) => (at === 0 ? UNHASHED : ['pagefind-entry.json']).map((file) => index + file));
  return [
    { pattern: `${base}*`, headers: FOR_ALL },
    ...hashed.map((pattern) => ({ pattern: base + pattern, headers: FOR_EVER })),
    ...['', ...ofPages, ...unhashed].map((pattern) => ({ pattern: base + pattern, headers: ASK_FIRST })),
  ];
}

/** In the form that Cloudflare and Netlify read. */
function toHeadersFile(rules: HeaderRule[]): string {
  return rules
    .map(
      ({ pattern, headers: lines }) =>
        `${pattern}\n${Object.entries(lines)
          .map(([name, value]) => `  ${name}: ${value}\n`)
          .join('')}`,
    )
    .join('\n');
}
