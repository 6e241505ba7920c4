import type { Entry } from '../model/paper.ts';
import { readableAddress, webLinks } from '../model/web-link.ts';

/** A link with its words. */
export interface NamedLink {
  label: string;
  href: string;
}

/** Where the paper itself can be read: its address, its PDF, and the pages that its identifiers name. Empty when none is known. */
export function paperAddresses({ url, pdf, ids = {} }: Pick<Entry, 'url' | 'pdf' | 'ids'>): NamedLink[] {
  const named: NamedLink[] = [
    ...webLinks([url]).map((href) => ({ label: readableAddress(href), href })),
    ...webLinks([pdf]).map((href) => ({ label: 'PDF', href })),
    ...(ids.doi ? [{ label: `doi:${ids.doi}`, href: `https://doi.org/${encodeURI(ids.doi)}` }] : []),
    ...(ids.arxiv ? [{ label: `arXiv:${ids.arxiv}`, href: `https://arxiv.org/abs/${encodeURI(ids.arxiv)}` }] : []),
    ...(ids.acl ? [{ label: `ACL ${ids.acl}`, href: `https://aclanthology.org/${encodeURI(ids.acl)}/` }] : []),
    ...(ids.openreview
      ? [{ label: 'OpenReview', href: `https://openreview.net/forum?id=${encodeURIComponent(ids.openreview)}` }]
      : []),
  ];
  return named.filter(({ href }, index) => named.findIndex((other) => other.href === href) === index);
}

/** Where a title can be looked up, for a paper whose address is not known. */
export function lookUps(title: string): NamedLink[] {
  const exact = `"${title.replaceAll('"', '')}"`;
  const search = (address: string, query: Record<string, string>) => `${address}?${new URLSearchParams(query).toString()}`;
  return [
    { label: 'arXiv', href: search('https://arxiv.org/search/', { query: exact, searchtype: 'title' }) },
    { label: 'Google Scholar', href: search('https://scholar.google.com/scholar', { q: exact }) },
    { label: 'Semantic Scholar', href: search('https://www.semanticscholar.org/search', { q: title }) },
  ];
}
