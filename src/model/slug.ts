import slugify from '@sindresorhus/slugify';

/** Longest slug that a title gives; a suffix comes on top. */
export const MAX_SLUG_CHARS = 120;

/** Names that Windows keeps for devices, whatever the extension. */
const WINDOWS_NAMES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The address that a title gives, cut on a hyphen at 120 characters. Empty for a title without letters that
 * can be transliterated: `深層学習`.
 *
 * @example 'Wide Attention Is The Way Forward For Transformers?' → 'wide-attention-is-the-way-forward-for-transformers'
 */
export function titleToSlug(title: string): string {
  // By default 'NeRF' would become 'ne-rf'.
  const slug = slugify(title, { decamelize: false });
  if (slug.length <= MAX_SLUG_CHARS) return slug;
  const cut = slug.lastIndexOf('-', MAX_SLUG_CHARS);
  return slug.slice(0, cut > 0 ? cut : MAX_SLUG_CHARS);
}

/** True when a slug cannot stand as it is: nothing, a number (a list's page), `index`, or a name that Windows reserves. */
export function needsSuffix(slug: string): boolean {
  return slug === '' || slug === 'index' || /^\d+$/.test(slug) || WINDOWS_NAMES.test(slug);
}

/** A slug with a suffix of its paper's own text. @param hash  Hex digits of a hash of that text. */
export function withSuffix(slug: string, hash: string): string {
  return `${slug || 'paper'}-${hash}`;
}

/** True for what may name an entry's file. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}
