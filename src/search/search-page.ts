import type { Answer, Hit } from './engine.ts';
import { addressOf, chips, readTopics, showFacets } from './facets.ts';
import { foundWell, reloadOnce } from './new-build.ts';
import { failureNote, notesAbove, partialHeading } from './notes.ts';
import { element, resultItem } from './results.ts';
import type { ResultContext, TopicLabel } from './results.ts';
import { leadTo } from './shortcuts.ts';
import { readState, SORTS } from './url-state.ts';
import type { SearchState, Sort } from './url-state.ts';
import { WorkerClient } from './worker-client.ts';

/** Hits shown at once, and by each "more". */
const PAGE = 20;
/** A pause in typing after which the state is a step of its own in the browser's history, and the count is announced. */
const PAUSE_MS = 1000;

/** The search page: the state stands in the address, everything else follows from it. */
class SearchPage extends HTMLElement {
  readonly #base = this.dataset['base'] ?? '/';
  readonly #engine = new WorkerClient(this.#base);
  readonly #sorts = SORTS.filter((sort) => this.dataset['sorts']?.split(' ').includes(sort));
  #topics = new Map<string, TopicLabel>();
  #state = readState(location.search);
  #shown = 0;
  #run = 0;
  #typedAt = 0;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#topics = readTopics(part('facet-list'));
    const input = part('q') as HTMLInputElement;
    leadTo(input);
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
    part('result-words').textContent = 'Searching …';
    void this.#show();
  }

  /** Typing changes the address in place; after a pause it is a step that Back returns to. */
  #type(text: string): void {
    this.#holdAnnouncements();
    const now = performance.now();
    const step = now - this.#typedAt > PAUSE_MS ? 'push' : 'replace';
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

  /** A count a keystroke would be chatter: what is found is announced once the reader pauses. */
  #holdAnnouncements(): void {
    const heading = part('found');
    heading.setAttribute('aria-live', 'off');
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      heading.setAttribute('aria-live', 'polite');
      heading.append(...heading.childNodes);
    }, PAUSE_MS);
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

  #showAnswer(state: SearchState, answer: Answer): void {
    const { total, corrected, partial, hits } = answer;
    const all = total + corrected + partial;
    this.#shown = 0;
    part('result-count').textContent = String(total);
    part('result-count').dataset['total'] = String(total);
    part('result-words').textContent = total === 1 ? 'paper' : 'papers';
    part('notes').replaceChildren(...notesAbove(state, answer, this.#context(state)));
    part('results').replaceChildren();
    part('results').dataset['all'] = String(all);
    this.#append(hits, state, answer);
    this.#showChips(state);
    part('tools').replaceChildren(...tools(state, this.#sorts));
    part('tools').hidden = all === 0;
    this.#showMore(state, answer);
  }

  /** Add results at the end of the list; the first that has but some of what was asked stands below a heading. */
  #append(hits: Hit[], state: SearchState, answer: Answer): HTMLLIElement[] {
    const headingAt = answer.partial > 0 && state.q !== '' ? answer.total + answer.corrected : -1;
    const items = hits.map((hit, at) =>
      resultItem(hit, this.#context(state), this.#shown + at === headingAt ? partialHeading(answer) : undefined),
    );
    part('results').append(...items);
    this.#shown += hits.length;
    return items;
  }

  #context(state: SearchState): ResultContext {
    return { base: this.#base, topics: this.#topics, asked: state.topics };
  }

  #showChips(state: SearchState): void {
    part('chips').replaceChildren(...chips(state, this.#topics));
    part('chips').hidden = part('chips-head').hidden = state.topics.length + state.not.length === 0;
  }

  #showMore(state: SearchState, answer: Answer): void {
    const left = answer.total + answer.corrected + answer.partial - this.#shown;
    if (left <= 0) return part('after').replaceChildren();
    const button = element('button', { type: 'button', id: 'more' }, [`${Math.min(PAGE, left)} more`]);
    button.addEventListener('click', () => void this.#more(state, answer).catch(() => this.#show()));
    part('after').replaceChildren(element('p', { class: 'lead' }, [button, ` of ${left} that are left`]));
  }

  async #more(state: SearchState, answer: Answer): Promise<void> {
    const hits = await this.#engine.hits(state, this.#shown, this.#shown + PAGE);
    if (state !== this.#state) return;
    const [first] = this.#append(hits, state, answer);
    this.#showMore(state, answer);
    first?.querySelector('a')?.focus();
  }

  #showFailure(): void {
    part('result-count').textContent = '';
    part('result-words').textContent = 'Papers';
    part('results').replaceChildren();
    part('after').replaceChildren();
    part('notes').replaceChildren(failureNote(this.#base, () => void this.#show()));
  }

  #busy(busy: boolean): void {
    for (const each of [this, this.closest('search')]) each?.setAttribute('aria-busy', String(busy));
  }
}

/** How the results are sorted, and a link to exactly this. */
function tools(state: SearchState, sorts: Sort[]): HTMLElement[] {
  const choices = sorts.flatMap((sort, at) => [
    at === 0 ? '' : ' or ',
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

/** A part of the page by its id; the component that loads this script has them all. */
function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The search page has no #${id}.`);
  return found;
}

customElements.define('search-page', SearchPage);
