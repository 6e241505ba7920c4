/** In what order results are shown. */
export const SORTS = ['relevance', 'title', 'year'] as const;
export type Sort = (typeof SORTS)[number];

/** What is asked of the search page: all of it stands in the address. */
export interface SearchState {
  /** The query as typed. Empty: every paper that the topics leave. */
  q: string;
  /** Slugs of topics that every result must have, in the order in which they were asked for. */
  topics: string[];
  /** Slugs of topics that no result may have. */
  not: string[];
  sort: Sort;
}

/**
 * Read a state from the query part of an address (`?q=…&topic=…&not=…&sort=…`).
 *
 * Never throws: what cannot be understood counts as not asked. A topic both asked for and taken away is taken away.
 */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const not = unique(parameters.getAll('not'));
  const sort = parameters.get('sort');
  return {
    q: (parameters.get('q') ?? '').trim(),
    topics: unique(parameters.getAll('topic')).filter((slug) => !not.includes(slug)),
    not,
    sort: SORTS.find((each) => each === sort) ?? 'relevance',
  };
}

/** Write a state as the query part of an address: `?q=…`, or nothing when nothing is asked. `readState` gives it back. */
export function writeState({ q, topics, not, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  if (q.trim() !== '') parameters.set('q', q.trim());
  for (const slug of topics) parameters.append('topic', slug);
  for (const slug of not) parameters.append('not', slug);
  if (sort !== 'relevance') parameters.set('sort', sort);
  return parameters.size === 0 ? '' : `?${parameters}`;
}

/** The same state with one topic asked for (`and`), taken away (`not`) or neither (`free`). */
export function withTopic(state: SearchState, slug: string, stand: 'and' | 'not' | 'free'): SearchState {
  const others = {
    ...state,
    topics: state.topics.filter((each) => each !== slug),
    not: state.not.filter((each) => each !== slug),
  };
  if (stand === 'and') others.topics.push(slug);
  if (stand === 'not') others.not.push(slug);
  return others;
}

function unique(slugs: string[]): string[] {
  return [...new Set(slugs.filter((slug) => slug !== ''))];
}
