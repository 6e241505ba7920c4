import type { Answer } from './engine.ts';
import { addressOf } from './facets.ts';
import { respell } from './respell.ts';
import { element } from './results.ts';
import type { ResultContext } from './results.ts';
import type { SearchState } from './url-state.ts';

/** Letters of a query that are repeated to the reader. */
const QUOTED_CHARS = 60;
/** A query that asks for more than words. */
const SYNTAX = /["“”„]|(?:^|\s)[-−–]\S|(?:title|topic):\S/iu;

/** `1 paper`, `1,087 papers`. */
export function inPapers(papers: number): string {
  return papers === 1 ? '1 paper' : `${papers.toLocaleString('en')} papers`;
}

/** What a reader hears of an answer: how many papers have what was asked, and what there is besides. */
export function inBrief({ total, corrected, partial, meant }: Answer): string {
  const others = [
    ...(corrected > 0
      ? [
          `${inPapers(corrected)} with ${list(
            meant.map((each) => quote(each.meant)),
            'and',
          )}`,
        ]
      : []),
    ...(partial > 0 ? [`${inPapers(partial)} with some of it`] : []),
  ];
  return [inPapers(total), ...others].join('; ');
}

/** The page's title with what is asked before it: tabs, bookmarks, the history and print then name it. */
export function titleOf({ q, topics, not }: SearchState, labels: ResultContext['topics'], title: string): string {
  const label = (slug: string) => labels.get(slug)?.label ?? slug;
  const asked = [...(q === '' ? [] : [clip(q)]), ...topics.map(label), ...not.map((slug) => `not ${label(slug)}`)];
  return asked.length === 0 ? title : `${asked.join(', ')} · ${title}`;
}

/** What is said above the results when they are not simply what was asked: a spelling that may be meant, words that no paper has together, nothing at all. */
export function notesAbove(state: SearchState, answer: Answer, context: ResultContext): HTMLElement[] {
  const { total, corrected, partial, meant, asked } = answer;
  if (meant.length > 0 && total + corrected > 0) return [lead(...didYouMean(state, answer))];
  if (total > 0) return [];
  if (partial === 0) return [lead(...nothingFound(state, answer, context))];
  const [spelling] = meant.length > 0 ? [didYouMean(state, answer)] : [[]];
  return [lead(...spelling, spelling.length > 0 ? ' ' : '', onlySome(state, asked, partial))];
}

/** The heading over the first of the papers that do not have all that was asked. */
export function partialHeading({ total, corrected, partial, asked }: Answer): string {
  const papers = total + corrected > 0 ? `${partial.toLocaleString('en')} more` : inPapers(partial);
  if (asked.length < 2) return `${papers} on what it means`;
  return `${papers} with some of it`;
}

function didYouMean(state: SearchState, { total, meant }: Answer): (string | Node)[] {
  const words = meant.map(({ word }) => quote(word));
  const few = total === 0 ? `Nothing has ${list(words, 'or')}. ` : `Hardly any paper has ${list(words, 'or')}. `;
  const q = respell(state.q, meant);
  const [first] = meant;
  const link = element('a', { href: addressOf({ ...state, q }) }, [meant.length === 1 && first ? first.meant : q]);
  return [few, 'Did you mean ', link, ...(meant.length === 1 && first ? [`, in ${inPapers(first.papers)}`] : []), '?'];
}

function onlySome({ q, sort }: SearchState, asked: string[], partial: number): string {
  const [first = ''] = asked;
  const papers = partial.toLocaleString('en');
  const have = `${papers} ${partial === 1 ? 'has' : 'have'}`;
  if (SYNTAX.test(q)) return `No paper answers ${quote(q)} in full. ${have} some of it, or words near it.`;
  if (asked.length === 1)
    return `No paper has ${quote(first)}; ${papers} ${partial === 1 ? 'speaks' : 'speak'} of what it means.`;
  const words = list(asked.map(quote), 'and');
  const order = sort === 'relevance' ? '; the rarer word comes first.' : '.';
  if (asked.length === 2) return `No paper has both ${words}. ${have} one of them, or a word near it${order}`;
  return `No paper has all of ${words}. ${have} some of them, or words near them${order}`;
}

function nothingFound(state: SearchState, { asked }: Answer, { base, topics }: ResultContext): (string | Node)[] {
  const isWords = asked.length > 0 && !SYNTAX.test(state.q);
  const sought = isWords ? ` has ${list(asked.map(quote), 'and')}` : state.q === '' ? '' : ` answers ${quote(state.q)}`;
  const named = (slug: string) =>
    element('span', { class: `tag ${topics.get(slug)?.facet ?? ''} core` }, [topics.get(slug)?.label ?? slug]);
  const wanted = state.topics.flatMap((slug, at): (string | Node)[] => {
    const joint = at > 0 ? ' and' : sought === '' ? ' has' : isWords ? ' and' : ' and has';
    return [`${joint} the topic `, named(slug)];
  });
  const unwanted = state.not.flatMap((slug): (string | Node)[] => [' without the topic ', named(slug)]);
  return [`No paper${sought}`, ...wanted, ...unwanted, '. ', ...waysOut(state, asked.length > 1), indexOfTopics(base), '.'];
}

function waysOut(state: SearchState, hasWords: boolean): (string | Node)[] {
  const topics = state.topics.length + state.not.length;
  if (topics === 0) return ['Go by '];
  const ways: (string | Node)[] = [
    'Take away ',
    element('a', { href: addressOf({ ...state, topics: [], not: [] }) }, [topics > 1 ? 'the topics' : 'the topic']),
  ];
  if (state.q !== '')
    ways.push(' or ', element('a', { href: addressOf({ ...state, q: '' }) }, [hasWords ? 'the words' : 'the word']));
  return [...ways, ', or go by '];
}

/** The message when the index cannot be fetched, with a way to try again and one that needs no index. */
export function failureNote(base: string, tryAgain: () => void): HTMLElement {
  const again = element('button', { type: 'button' }, ['Try again']);
  again.addEventListener('click', tryAgain);
  const what = element('b', {}, ['The search index could not be fetched.']);
  return element('p', { class: 'lead', role: 'alert' }, [
    what,
    ' ',
    again,
    ', or go by ',
    indexOfTopics(base),
    ', which needs nothing more.',
  ]);
}

function indexOfTopics(base: string): HTMLElement {
  return element('a', { href: `${base}topics/` }, ['the index of topics']);
}

function lead(...children: (string | Node)[]): HTMLElement {
  return element('p', { class: 'lead' }, children);
}

function quote(words: string): string {
  return `“${clip(words)}”`;
}

/** An abstract may have been pasted: the beginning says enough. */
function clip(words: string): string {
  const letters = [...words];
  return letters.length > QUOTED_CHARS ? `${letters.slice(0, QUOTED_CHARS).join('')}…` : words;
}

/** `a, b and c`. */
function list(words: string[], joint: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
