/** An address in a text. */
export interface FoundLink {
  start: number;
  end: number;
  /** The address with its scheme, http or https; otherwise as it stands. */
  href: string;
}

/**
 * Addresses in a text, in order: those with http or https, and those of well-known hosts without (`github.com/…`).
 * Punctuation that closes the sentence or the parenthesis around one is not part of it, nor is a sentence glued to it.
 */
export function findLinks(text: string): FoundLink[] {
  if (!/:\/\/|www\.|\.\w+\//i.test(text)) return [];
  const links: FoundLink[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const found = trimEnd(match[0]);
    const bare = found.replace(/\\([_%&#~])/g, '$1');
    const href = /^https?:/i.test(bare) ? bare : `https://${bare}`;
    if (isAddress(href)) links.push({ start: match.index, end: match.index + found.length, href });
  }
  return links;
}

/** Hosts whose addresses are written without scheme, and followed by a path. */
const HOSTS = [
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'gitee.com',
  'huggingface.co',
  'arxiv.org',
  '(?:dx\\.)?doi.org',
  'zenodo.org',
  'osf.io',
  'kaggle.com',
  'openreview.net',
  'aclanthology.org',
  'youtu.be',
  'youtube.com',
  'sites.google.com',
  'drive.google.com',
  'anonymous.4open.science',
  '[\\w-]+\\.github\\.io',
].map((host) => host.replaceAll(/(?<!\\)\./g, '\\.'));

/** What an address is made of, up to white space, quotes, braces, angle brackets and writing without spaces. */
const BODY = String.raw`(?:\\[_%&#~]|[^\s<>"“”‘’{}\\|^\u3000-\u30ff\u3400-\u9fff\uff00-\uffef\u00a0-\u00bf])`;
const ADDRESS = new RegExp(
  String.raw`https?://(?!https?:)${BODY}{1,2000}|(?<![\w@/.:-])(?:www\.[\w-]{1,60}\.${BODY}{1,2000}|(?:${HOSTS.join('|')})/${BODY}{1,2000})`,
  'gi',
);

function trimEnd(address: string): string {
  let found = address
    .replace(/,https?:.*$/i, '')
    .replace(
      /(?<=[\w/)])[.,;](?:We|In|To|Our|The|This|All|Code|It|These|However|Our|Additionally|Finally|and|or|which|with)$/,
      '',
    );
  for (;;) {
    const shorter = found
      .replace(/[.,;:!?'*_~`$]+$/, '')
      .replace(/[)\]]$/, (bracket) => (isBalanced(found, bracket) ? bracket : ''));
    if (shorter === found) return found;
    found = shorter;
  }
}

function isBalanced(text: string, close: string): boolean {
  const open = close === ')' ? '(' : '[';
  return text.split(open).length >= text.split(close).length;
}

function isAddress(href: string): boolean {
  return URL.canParse(href) && /^[^.]+(?:\.[^.]+)+$/.test(new URL(href).hostname);
}
