/** Those that lead to the web: `javascript:`, `data:` and what is no address are left out. */
export function webLinks(links: (string | undefined)[]): string[] {
  return links.filter((link) => link !== undefined).filter(isWebLink);
}

/** An address as a reader reads it: without scheme and closing slash. */
export function readableAddress(link: string): string {
  return link.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}

function isWebLink(link: string): boolean {
  const url = URL.parse(link);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}
