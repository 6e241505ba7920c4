import type { Answer } from './engine.ts';
import { addressOf, chips, readTopics, showFacets } from './facets.ts';
import { foundWell, reloadOnce } from './new-build.ts';
import { element, resultItem } from './results.ts';
import type { TopicLabel } from './results.ts';
import { readState, SORTS } from './url-state.ts';
import type { SearchState } from './url-state.ts';
import { WorkerClient } from './worker-client.ts';

/** Hits shown at once, and by each "more". */
const PAGE = 20;
/** A pause in typing after which the state is a step of its own in the browser's history. */
const STEP_MS = 1000;

/** The search page: the state stands in the address, everything else follows from it. */
class SearchPage extends HTMLElement {
  readonly #base = this.dataset['base'] ?? '/';
  readonly #engine = new WorkerClient(this.#base);
  #topics = new Map<string, TopicLabel>();
  #state = readState(location.search);
  #shown = 0;
  #run = 0;
  #typedAt = 0;

  connectedCallback(): void {
    this.#topics = readTopics(part('facet-list'));
    const input = part('q') as HTMLInputElement;
    input.value = this.#state.q;
    input.addEventListener('input', () => this.#type(input.value));
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go({ ...this.#state, q: input.value.trim() }, 'push');
    });
    document.addEventListener('click', (event) => this.#follow(event));
    window.addEventListener('popstate', () => {
      this.#state = readState(location.search);
      input.value = this.#state.q;
      void this.#show();
    });
    // Before the answer, so that what stands below the topics asked for does not move when it comes.
    this.#showChips(this.#state);
    void this.#show();
  }

  /** Typing changes the address in place; after a pause it is a step that Back returns to. */
  #type(text: string): void {
    const now = performance.now();
    const step = now - this.#typedAt > STEP_MS ? 'push' : 'replace';
    this.#typedAt = now;
    this.#go({ ...this.#state, q: text.trim() }, step);
  }

  /** Links to another state of this page are followed without loading it again. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.pathname !== location.pathname || link.hash !== '') return;
    event.preventDefault();
    const state = readState(link.search);
    (part('q') as HTMLInputElement).value = state.q;
    this.#go(state, 'push');
  }

  #go(state: SearchState, step: 'push' | 'replace'): void {
    const address = addressOf(state);
    this.#state = state;
    if (address !== location.pathname + location.search) history[`${step}State`](null, '', address);
    void this.#show();
  }

  async #show(): Promise<void> {
    const run = ++this.#run;
    const state = this.#state;
    this.#busy(true);
    try {
      const answer = await this.#engine.search(state, PAGE);
      if (run !== this.#run) return;
      this.#showAnswer(state, answer);
      const counts = await this.#engine.facets(state, [...this.#topics.keys()]);
      if (run !== this.#run) return;
      showFacets(part('facet-list'), state, counts);
      foundWell();
    } catch {
      if (run !== this.#run || (await reloadOnce())) return;
      // What it could not fetch it may have kept as empty.
      this.#engine.restart();
      this.#showFailure();
    } finally {
      if (run === this.#run) {
        this.#busy(false);
        part('results').dataset['answered'] = '';
      }
    }
  }

  #showAnswer(state: SearchState, { total, corrected, partial, hits }: Answer): void {
    const context = { base: this.#base, topics: this.#topics, asked: state.topics };
    this.#shown = hits.length;
    part('result-count').textContent = String(total);
    part('result-count').dataset['total'] = String(total);
    part('result-words').textContent = total === 1 ? 'paper' : 'papers';
    part('notes').replaceChildren();
    part('results').replaceChildren(...hits.map((hit) => resultItem(hit, context)));
    this.#showChips(state);
    part('tools').replaceChildren(sortLine(state));
    part('tools').hidden = total + corrected + partial === 0;
    this.#showMore(state, total + corrected + partial);
  }

  #showChips(state: SearchState): void {
    part('chips').replaceChildren(...chips(state, this.#topics));
    part('chips').hidden = part('chips-head').hidden = state.topics.length + state.not.length === 0;
  }

  #showMore(state: SearchState, all: number): void {
    const left = all - this.#shown;
    if (left <= 0) return part('after').replaceChildren();
    const button = element('button', { type: 'button' }, [`${Math.min(PAGE, left)} more`]);
    button.addEventListener('click', () => void this.#more(state, all).catch(() => this.#show()));
    part('after').replaceChildren(element('p', {}, [button]));
  }

  async #more(state: SearchState, all: number): Promise<void> {
    const hits = await this.#engine.hits(state, this.#shown, this.#shown + PAGE);
    if (state !== this.#state) return;
    const context = { base: this.#base, topics: this.#topics, asked: state.topics };
    const items = hits.map((hit) => resultItem(hit, context));
    part('results').append(...items);
    this.#shown += hits.length;
    this.#showMore(state, all);
    items[0]?.querySelector('a')?.focus();
  }

  #showFailure(): void {
    const again = element('button', { type: 'button' }, ['Try again']);
    again.addEventListener('click', () => void this.#show());
    const topics = element('a', { href: `${this.#base}topics/` }, ['the index of topics']);
    part('result-count').textContent = '';
    part('results').replaceChildren();
    part('notes').replaceChildren(
      element('p', { class: 'lead', role: 'alert' }, [
        element('b', {}, ['The search index could not be fetched.']),
        ' ',
        again,
        ', or go by ',
        topics,
        ', which needs nothing more.',
      ]),
    );
  }

  #busy(busy: boolean): void {
    for (const each of [this, this.closest('search')]) each?.setAttribute('aria-busy', String(busy));
  }
}

function sortLine(state: SearchState): HTMLElement {
  const choices = SORTS.filter((sort) => sort !== 'year').flatMap((sort, index) => [
    index === 0 ? '' : ' or ',
    sort === state.sort ? element('b', {}, [sort]) : element('a', { href: addressOf({ ...state, sort }) }, [sort]),
  ]);
  return element('p', {}, ['by ', ...choices]);
}

/** A part of the page by its id; the component that loads this script has them all. */
function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The search page has no #${id}.`);
  return found;
}

customElements.define('search-page', SearchPage);
