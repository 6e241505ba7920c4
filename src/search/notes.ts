import type { Answer } from './engine.ts';
import { addressOf } from './facets.ts';
import { element } from './results.ts';
import type { ResultContext } from './results.ts';
import type { SearchState } from './url-state.ts';

/** What is said above the results when they are not simply what was asked: a spelling that may be meant, words that no paper has together, nothing at all. */
export function notesAbove(state: SearchState, answer: Answer, context: ResultContext): HTMLElement[] {
  const { total, corrected, partial, meant, asked } = answer;
  if (meant.length > 0 && total + corrected > 0) return [lead(...didYouMean(state, answer))];
  if (total > 0) return [];
  if (partial === 0) return [lead(...nothingFound(state, answer, context))];
  const [spelling] = meant.length > 0 ? [didYouMean(state, answer)] : [[]];
  return [lead(...spelling, spelling.length > 0 ? ' ' : '', ...onlySome(asked, partial))];
}

/** The heading over the first of the papers that do not have all that was asked. */
export function partialHeading({ total, corrected, partial, asked }: Answer): string {
  const papers = total + corrected > 0 ? `${partial} more` : count(partial);
  if (asked.length < 2) return `${papers} on what it means`;
  return `${papers} with some of it`;
}

function didYouMean(state: SearchState, { total, meant }: Answer): (string | Node)[] {
  const words = meant.map(({ word }) => quote(word));
  const links = meant.flatMap((each, at) => [at === 0 ? '' : ', ', meantLink(state, each), `, in ${count(each.papers)}`]);
  const few = total === 0 ? `Nothing has ${list(words, 'or')}. ` : `Hardly any paper has ${list(words, 'or')}. `;
  return [few, 'Did you mean ', ...links, '?'];
}

function meantLink(state: SearchState, { word, meant }: Answer['meant'][number]): HTMLElement {
  const at = state.q.toLowerCase().indexOf(word);
  const q = at < 0 ? meant : state.q.slice(0, at) + meant + state.q.slice(at + word.length);
  return element('a', { href: addressOf({ ...state, q }) }, [meant]);
}

function onlySome(asked: string[], partial: number): string[] {
  const [first = ''] = asked;
  if (asked.length === 1)
    return [`No paper has ${quote(first)}; ${partial === 1 ? '1 speaks' : `${partial} speak`} of what it means.`];
  const all = asked.length === 2 ? `both ${list(asked.map(quote), 'and')}` : `all of ${list(asked.map(quote), 'and')}`;
  const some = asked.length === 2 ? 'one of them, or a word near it' : 'some of them, or words near them';
  return [`No paper has ${all}. ${partial} ${partial === 1 ? 'has' : 'have'} ${some}; the rarer word comes first.`];
}

function nothingFound(state: SearchState, { asked }: Answer, { base, topics }: ResultContext): (string | Node)[] {
  const words = asked.map(quote);
  const named = (slug: string) =>
    element('span', { class: `tag ${topics.get(slug)?.facet ?? ''} core` }, [topics.get(slug)?.label ?? slug]);
  const wanted = state.topics.flatMap((slug, at): (string | Node)[] => [
    at === 0 && words.length === 0 ? 'the topic ' : ' and the topic ',
    named(slug),
  ]);
  const unwanted = state.not.flatMap((slug): (string | Node)[] => [' without the topic ', named(slug)]);
  const wayOut: (string | Node)[] = [];
  if (state.topics.length + state.not.length > 0) {
    const several = state.topics.length + state.not.length > 1;
    wayOut.push(
      'Take away ',
      element('a', { href: addressOf({ ...state, topics: [], not: [] }) }, [several ? 'the topics' : 'the topic']),
    );
    if (state.q !== '')
      wayOut.push(' or ', element('a', { href: addressOf({ ...state, q: '' }) }, [words.length > 1 ? 'the words' : 'the word']));
    wayOut.push(', or go by ');
  } else wayOut.push('Go by ');
  return [`No paper has ${list(words, 'and')}`, ...wanted, ...unwanted, '. ', ...wayOut, indexOfTopics(base), '.'];
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

function quote(word: string): string {
  return `“${word}”`;
}

function count(papers: number): string {
  return papers === 1 ? '1 paper' : `${papers} papers`;
}

/** `a, b and c`. */
function list(words: string[], joint: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
