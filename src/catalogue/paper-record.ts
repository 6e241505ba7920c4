import type { Entry } from '../model/paper.ts';
import { readableAddress, webLinks } from '../model/web-link.ts';
import { DOUBTS_IN_WORDS } from './upkeep/doubts.ts';
import { withCommas } from './wording.ts';

/** A line of a paper's record. */
interface RecordLine {
  term: string;
  values: { text: string; href?: string | undefined; isCode?: boolean | undefined }[];
}

/** What the record of a paper says: only lines that the data gives. */
export function recordOf(paper: Entry): RecordLine[] {
  const addresses = paperAddresses(paper).map(({ label, href }) => ({ text: label, href }));
  const found = lookUps(paper.title).map(({ label, href }) => ({ text: label, href }));
  const lines: RecordLine[] = [
    { term: 'Listed', values: unique(paper.sources.map((source) => source.listed)).map((text) => ({ text })) },
    { term: 'From', values: unique(paper.sources.map((source) => source.dump)).map((text) => ({ text })) },
    { term: 'Read it', values: addresses },
    { term: 'Look it up', values: addresses.length > 0 ? [] : found },
    { term: 'Keywords', values: (paper.keywords ?? []).map((text) => ({ text })) },
    { term: 'Licence', values: paper.licence === undefined ? [] : [{ text: paper.licence }] },
    { term: 'Note', values: paper.note === undefined ? [] : [{ text: paper.note }] },
    { term: 'In doubt', values: paper.doubts.map((doubt) => ({ text: DOUBTS_IN_WORDS[doubt].short })) },
    { term: 'Text', values: paper.sources.map((source) => ({ text: `sha256 ${source.hash}`, isCode: true })) },
  ];
  return lines.filter(({ values }) => values.length > 0).map(({ term, values }) => ({ term, values: withCommas(values) }));
}

function unique(values: (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

/** A link with its words. */
interface NamedLink {
  label: string;
  href: string;
}

/** Where the paper itself can be read: its address, its PDF, and the pages that its identifiers name. Empty when none is known. */
function paperAddresses({ url, pdf, ids = {} }: Pick<Entry, 'url' | 'pdf' | 'ids'>): NamedLink[] {
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
function lookUps(title: string): NamedLink[] {
  const exact = `"${title.replaceAll('"', '')}"`;
  const search = (address: string, query: Record<string, string>) => `${address}?${new URLSearchParams(query).toString()}`;
  return [
    { label: 'arXiv', href: search('https://arxiv.org/search/', { query: exact, searchtype: 'title' }) },
    { label: 'Google Scholar', href: search('https://scholar.google.com/scholar', { q: exact }) },
    { label: 'Semantic Scholar', href: search('https://www.semanticscholar.org/search', { q: title }) },
  ];
}
