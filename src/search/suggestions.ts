import { element, markWords } from './results.ts';
import { readState, writeState } from './url-state.ts';
import { WorkerClient } from './worker-client.ts';

/** Papers offered below the field. */
const OFFERED = 6;

/**
 * Offer papers below a field while a reader types: the first of those that the search page would show, and a way to all.
 * Arrows move, Enter opens, Escape closes.
 */
export function suggestFor(input: HTMLInputElement, base: string): void {
  const engine = new WorkerClient(base);
  const list = element('ul', { class: 'offer', id: 'offer', role: 'listbox', 'aria-label': 'Papers found' });
  list.hidden = true;
  input.closest('search')?.append(list);
  for (const [key, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'offer',
    'aria-autocomplete': 'list',
  }))
    input.setAttribute(key, value);
  let run = 0;

  async function offer(): Promise<void> {
    const current = ++run;
    const state = readState(`?${new URLSearchParams({ q: input.value })}`);
    if (state.q === '') return close();
    try {
      const { total, corrected, partial, hits } = await engine.search(state, OFFERED);
      if (current !== run || document.activeElement !== input) return;
      const papers = hits.map((hit) => option(`${base}papers/${hit.slug}/`, markWords(hit, 0, hit.titleLength)));
      const all = total + corrected + partial;
      const toAll =
        all > 0 ? [option(`${base}search/${writeState(state)}`, [all === 1 ? 'The paper found' : `All ${all} papers`])] : [];
      list.replaceChildren(...papers, ...toAll);
      list.hidden = all === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
      choose(undefined);
    } catch {
      close(); // the field still leads to the search page, which says what is wrong
    }
  }

  function close(): void {
    run += 1;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(undefined);
  }

  function choose(chosen: Element | undefined): void {
    for (const each of list.children) each.setAttribute('aria-selected', String(each === chosen));
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  }

  function option(address: string, children: (string | Node)[]): HTMLLIElement {
    const item = element('li', { role: 'option', 'aria-selected': 'false' }, [element('span', {}, children)]);
    item.addEventListener('mousedown', (event) => event.preventDefault()); // the field keeps the focus
    item.addEventListener('click', () => location.assign(address));
    return item;
  }

  function move(step: 1 | -1): void {
    const options = [...list.children];
    options.forEach((each, at) => (each.id = `offer-${at + 1}`));
    const at = options.findIndex((each) => each.getAttribute('aria-selected') === 'true');
    const next = at < 0 ? (step === 1 ? 0 : options.length - 1) : at + step;
    choose(options[next]); // past either end nothing is chosen, and Enter asks for what was typed
  }

  input.addEventListener('input', () => void offer());
  input.addEventListener('focus', () => void offer());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const chosen = list.querySelector<HTMLElement>('[aria-selected="true"]');
    if (event.key === 'Escape' && !list.hidden) close();
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && chosen && !list.hidden) chosen.click();
    else return;
    event.preventDefault();
  });
  void offer();
}
