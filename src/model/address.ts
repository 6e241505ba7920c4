/** Addresses of pages, without the base: what `toHref` takes. */
export const paths = {
  home: '',
  papers: 'papers/',
  topics: 'topics/',
  search: 'search/',
  papersByTitle: 'titles/',
  about: 'about/',
  quality: 'about/quality/',
  accuracy: 'about/topics/',
  changes: 'changes/',
  changesJson: 'changes.json',
  openSearch: 'opensearch.xml',
  paper: (slug: string) => `papers/${encode(slug)}/`,
  topic: (slug: string) => `topics/${encode(slug)}/`,
  facet: (facet: string) => `topics/#${facet}`,
  /** The search page in a state of its own: `searchFor({ topics: ['transformers'], not: ['surveys'] })`. */
  searchFor: ({ words, topics = [], not = [] }: { words?: string; topics?: string[]; not?: string[] }) => {
    const state = new URLSearchParams([
      ...(words === undefined ? [] : [['q', words]]),
      ...topics.map((slug) => ['topic', slug]),
      ...not.map((slug) => ['not', slug]),
    ]);
    return `search/?${state.toString()}`;
  },
};

/** Few slugs need it, and a build of 10,000 papers asks 100,000 times: 0.1 s. */
function encode(slug: string): string {
  return /^[\w-]*$/.test(slug) ? slug : encodeURIComponent(slug);
}

/**
 * The link to a page under the base that the site is served from. Every link within the site is made here.
 *
 * @example toHref({ base: '/catalogue/' }, paths.paper('a-survey-of-mamba')) // → '/catalogue/papers/a-survey-of-mamba/'
 */
export function toHref(site: { base: string }, path: string): string {
  return site.base + path;
}

/** The same with the site's address before it, for canonical links; undefined where no address is known. */
export function toUrl(site: { address?: string | undefined; base: string }, path: string): string | undefined {
  return site.address === undefined ? undefined : site.address + toHref(site, path);
}
