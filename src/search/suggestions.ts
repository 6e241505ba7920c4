import type { Answer } from './engine.ts';
import { inBrief, inPapers } from './notes.ts';
import { respell } from './respell.ts';
import { element, markWords } from './results.ts';
import { readState, writeState } from './url-state.ts';
import type { SearchState } from './url-state.ts';
import { WorkerClient } from './worker-client.ts';

/** Papers offered below the field. */
const OFFERED = 6;
/** A pause in typing after which those who hear the page are told what is found. */
const PAUSE_MS = 1000;

/** A line of the list: what it says, and where it leads. */
interface Option {
  address: string;
  children: (string | Node)[];
}

/**
 * Offer papers below a field while a reader types: the first of those that the search page would show, and a way to all.
 * Arrows move, Enter opens, Escape closes.
 */
export function suggestFor(input: HTMLInputElement, base: string): void {
  const engine = new WorkerClient(base);
  const list = element('ul', { class: 'offer', id: 'offer', role: 'listbox', 'aria-label': 'Papers found' });
  list.hidden = true;
  const said = element('span', { class: 'unseen', role: 'status' });
  input.closest('search')?.append(list, said);
  for (const [key, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'offer',
    'aria-autocomplete': 'list',
  }))
    input.setAttribute(key, value);
  let run = 0;
  let announcing: ReturnType<typeof setTimeout> | undefined;

  async function offer(): Promise<void> {
    const current = ++run;
    clearTimeout(announcing);
    const state = readState(`?${new URLSearchParams({ q: input.value })}`);
    if (state.q === '') return close();
    try {
      const answer = await engine.search(state, OFFERED);
      if (!answer || current !== run || document.activeElement !== input) return;
      list.replaceChildren(...options(state, answer, base).map(lineOf));
      list.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      announcing = setTimeout(() => said.replaceChildren(inBrief(answer)), PAUSE_MS);
      choose(undefined);
    } catch {
      if (current !== run) return;
      engine.restart();
      close(); // the field still leads to the search page, which says what is wrong
    }
  }

  function close(): void {
    run += 1;
    clearTimeout(announcing);
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

  function move(step: 1 | -1): void {
    const lines = [...list.children];
    const at = lines.findIndex((each) => each.getAttribute('aria-selected') === 'true');
    const next = at < 0 ? (step === 1 ? 0 : lines.length - 1) : at + step;
    choose(lines[next]); // past either end nothing is chosen, and Enter asks for what was typed
  }

  input.addEventListener('input', () => void offer());
  input.addEventListener('focus', () => void offer());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const chosen = list.querySelector<HTMLElement>('[aria-selected="true"]');
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) close();
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && chosen && !list.hidden) chosen.click();
    else return;
    event.preventDefault();
  });
  void offer();
}

/** The first papers and a way to all of them. Where they are not simply what was asked, the list says so before it names them. */
function options(state: SearchState, answer: Answer, base: string): Option[] {
  const { total, corrected, partial, meant, asked, hits } = answer;
  const addressOf = (q: string) => `${base}search/${writeState({ ...state, q })}`;
  const papers = hits.map((hit) => ({
    address: `${base}papers/${hit.slug}/`,
    children: markWords(hit, 0, hit.titleLength),
  }));
  const all = total + corrected + partial;
  const toAll = { address: addressOf(state.q), children: [all === 1 ? 'The paper found' : `All ${inPapers(all)}`] };
  if (all === 0) return [{ ...toAll, children: ['Nothing found'] }];
  if (total > 0) return [...papers, toAll];
  const spelt = respell(state.q, meant);
  const note =
    meant.length > 0 && corrected > 0
      ? { address: addressOf(spelt), children: ['Did you mean ', element('em', {}, [spelt]), '?'] }
      : {
          ...toAll,
          children: [asked.length > 1 ? 'No paper has all of it; these have some' : 'No paper has it; these are near it'],
        };
  return [note, ...papers, toAll];
}

function lineOf({ address, children }: Option, at: number): HTMLLIElement {
  const line = element('li', { id: `offer-${at + 1}`, role: 'option', 'aria-selected': 'false' }, [
    element('span', {}, children),
  ]);
  if (address.includes('/search/?')) line.classList.add('way');
  line.addEventListener('mousedown', (event) => event.preventDefault()); // the field keeps the focus
  line.addEventListener('click', () => location.assign(address));
  return line;
}
