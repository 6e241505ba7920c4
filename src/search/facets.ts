import { element } from './results.ts';
import type { TopicLabel } from './results.ts';
import { withTopic, writeState } from './url-state.ts';
import type { SearchState } from './url-state.ts';

/** Names and facets of the topics that stand in the list beside the results, in its order. */
export function readTopics(list: Element): Map<string, TopicLabel> {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-topic]')];
  return new Map(
    rows.map((row) => [
      row.dataset['topic'] ?? '',
      { label: row.querySelector('a')?.textContent.trim() ?? '', facet: row.dataset['facet'] ?? '' },
    ]),
  );
}

/**
 * Bring the list beside the results up to a state: counts, links, and what is asked for or taken away. Topics with more
 * papers come first, and those without are put away.
 */
export function showFacets(list: Element, state: SearchState, counts: Record<string, number>): void {
  const focused = document.activeElement?.closest<HTMLElement>('[data-topic]');
  for (const row of list.querySelectorAll<HTMLElement>('[data-topic]')) showRow(row, state, counts);
  for (const group of list.querySelectorAll<HTMLElement>('section')) {
    sortRows(group, counts);
    group.hidden = !group.querySelector('[data-topic]:not([hidden])');
  }
  // Whoever has come to a row stays in it, wherever it goes.
  if (focused && !focused.hidden && !focused.contains(document.activeElement))
    focused.querySelector('a')?.focus({ preventScroll: true });
}

function showRow(row: HTMLElement, state: SearchState, counts: Record<string, number>): void {
  const slug = row.dataset['topic'] ?? '';
  const [name, count, op] = row.children;
  if (!(name instanceof HTMLAnchorElement) || !count || !op) return;
  const on = state.topics.includes(slug);
  const off = state.not.includes(slug);
  const papers = counts[slug] ?? 0;
  row.className = on ? 'on' : off ? 'off' : '';
  row.hidden = !on && !off && papers === 0;
  name.href = addressOf(withTopic(state, slug, on || off ? 'free' : 'and'));
  if (on || off) name.setAttribute('aria-current', 'true');
  else name.removeAttribute('aria-current');
  count.textContent = papers.toLocaleString('en');
  const aloud = element('span', { class: 'unseen' }, [` ${name.textContent.trim()}`]);
  op.replaceWith(
    on || off
      ? element('span', { class: 'op' }, [on ? 'and' : 'not'])
      : element('a', { class: 'op', href: addressOf(withTopic(state, slug, 'not')) }, ['not', aloud]),
  );
}

/** Most papers first; topics with as many in the order of `counts`, which is the catalogue's. */
function sortRows(group: Element, counts: Record<string, number>): void {
  const rows = [...group.querySelectorAll<HTMLElement>('[data-topic]')];
  const places = new Map(Object.keys(counts).map((slug, at) => [slug, at]));
  const papers = ({ dataset: { topic = '' } }: HTMLElement) => counts[topic] ?? 0;
  const place = ({ dataset: { topic = '' } }: HTMLElement) => places.get(topic) ?? 0;
  const sorted = rows.toSorted((a, b) => papers(b) - papers(a) || place(a) - place(b));
  if (sorted.some((row, at) => row !== rows[at])) rows[0]?.parentElement?.append(...sorted);
}

/** The topics asked for and taken away, as slips that can be removed. */
export function chips(state: SearchState, topics: Map<string, TopicLabel>): HTMLLIElement[] {
  const slips = [
    ...state.topics.map((slug) => chip(state, slug, 'and', topics)),
    ...state.not.map((slug) => chip(state, slug, 'not', topics)),
  ];
  if (slips.length > 1) {
    const cleared = addressOf({ ...state, topics: [], not: [] });
    slips.push(element('li', {}, [element('a', { href: cleared }, [slips.length === 2 ? 'Clear both' : 'Clear all'])]));
  }
  return slips;
}

function chip(state: SearchState, slug: string, stand: 'and' | 'not', topics: Map<string, TopicLabel>): HTMLLIElement {
  const topic = topics.get(slug) ?? { label: slug, facet: '' };
  const aloud = element('span', { class: 'unseen' }, [`Remove: ${stand} ${topic.label}`]);
  return element('li', stand === 'not' ? { class: 'off' } : {}, [
    element('b', {}, [stand]),
    ' ',
    element('span', { class: `tag ${topic.facet} core` }, [topic.label]),
    ' ',
    element('a', { href: addressOf(withTopic(state, slug, 'free')) }, [aloud]),
  ]);
}

/** Address of a state on the same page. */
export function addressOf(state: SearchState): string {
  return `${location.pathname}${writeState(state)}`;
}
