import { addressOf } from './facets.ts';
import { element } from './results.ts';
import type { SearchState, Sort } from './url-state.ts';

/** How the results are sorted, and a link to exactly this. */
export function tools(state: SearchState, sorts: Sort[]): HTMLElement[] {
  const choices = sorts.flatMap((sort, at) => [
    at === 0 ? '' : at === sorts.length - 1 ? ' or ' : ', ',
    sort === state.sort ? element('b', {}, [sort]) : element('a', { href: addressOf({ ...state, sort }) }, [sort]),
  ]);
  const copy = element('button', { type: 'button' }, ['Copy link']);
  // Empty until it has something to say: what a live region holds when it comes is not announced.
  const said = element('span', { class: 'unseen', role: 'status' });
  copy.addEventListener('click', () => {
    void copyAddress().then((copied) => {
      copy.textContent = copied ? 'Link copied' : 'Copy the address above';
      said.textContent = copied ? 'Link copied' : `It could not be copied. The link is ${location.href}`;
    });
  });
  return [element('p', {}, ['by ', ...choices]), element('p', {}, [copy, said])];
}

/** Browsers give the clipboard to sites served over TLS alone, and only if the reader lets them. */
async function copyAddress(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    return false;
  }
}
