import type { Answer, Hit } from './engine.ts';
import { addressOf, chips, readTopics, showFacets } from './facets.ts';
import { foundWell, reloadOnce } from './new-build.ts';
import { failureNote, inBrief, inPapers, notesAbove, partialHeading, titleOf } from './notes.ts';
import { keepPlace, keptPlace } from './reader-place.ts';
import { element, resultItem } from './results.ts';
import type { ResultContext, TopicLabel } from './results.ts';
import { leadTo } from './shortcuts.ts';
import { tools } from './tools.ts';
import { readState, SORTS, writeState } from './url-state.ts';
import type { SearchState } from './url-state.ts';
import { WorkerClient } from './worker-client.ts';

/** Hits shown at once, and by each "more". */
const PAGE = 20;
/** A pause in typing after which the state is a step of its own in the browser's history, and what is found is announced. */
const PAUSE_MS = 1000;

/** The search page: the state stands in the address, everything else follows from it. */
class SearchPage extends HTMLElement {
  readonly #base = this.dataset['base'] ?? '/';
  readonly #title = document.title;
  readonly #engine = new WorkerClient(this.#base);
  readonly #sorts = SORTS.filter((sort) => this.dataset['sorts']?.split(' ').includes(sort));
  #topics = new Map<string, TopicLabel>();
  #state = readState(location.search);
  #shown = 0;
  #run = 0;
  #typedAt = -PAUSE_MS;
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
      const state = readState(location.search);
      if (writeState(state) === writeState(this.#state)) return; // the skip link
      this.#state = state;
      input.value = state.q;
      void this.#return();
    });
    // The browser would go there before the results have come.
    history.scrollRestoration = 'manual';
    for (const event of ['scrollend', 'pagehide']) window.addEventListener(event, () => this.#keep());
    // Before the answer, so that what stands below the topics asked for does not move when it comes.
    this.#showChips(this.#state);
    part('result-count').textContent = 'Searching …';
    void this.#return();
  }

  /** Typing changes the address in place; after a pause it is a step that Back returns to. */
  #type(text: string): void {
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
    if (link.closest('.slow')) return; // there it is loaded again
    event.preventDefault();
    const state = readState(link.search);
    (part('q') as HTMLInputElement).value = state.q;
    this.#go(state, 'push');
  }

  /** Words for those who hear the page: a count a keystroke would be chatter, so they come once the reader pauses. */
  #announce(words: string): void {
    clearTimeout(this.#announcing);
    const waitMs = Math.max(0, this.#typedAt + PAUSE_MS - performance.now());
    this.#announcing = setTimeout(() => part('result-words').replaceChildren(words), waitMs);
  }

  #go(state: SearchState, step: 'push' | 'replace'): void {
    const address = addressOf(state);
    this.#state = state;
    try {
      if (address !== location.pathname + location.search) {
        if (step === 'push') this.#keep();
        history[`${step}State`](null, '', address);
      }
    } catch {
      // Safari takes a hundred addresses in thirty seconds; the next one will be right again.
    }
    void this.#show();
  }

  #keep(): void {
    keepPlace({ shown: this.#shown, topPx: scrollY });
  }

  /** Show a state that the reader was at before, as it was left. */
  async #return(): Promise<void> {
    const { shown, topPx } = keptPlace();
    await this.#show(shown);
    scrollTo({ top: topPx, behavior: 'instant' });
  }

  /** @param shown  Results to show at once; a page of them at least. */
  async #show(shown = 0): Promise<void> {
    const run = ++this.#run;
    const state = this.#state;
    const focused = document.activeElement;
    this.#busy(true);
    try {
      const answer = await this.#engine.search(state, Math.max(PAGE, shown));
      if (run !== this.#run || !answer) return;
      this.#showAnswer(state, answer);
      const counts = await this.#engine.facets(state, [...this.#topics.keys()]);
      if (run !== this.#run) return;
      showFacets(part('facet-list'), state, counts);
      mendFocus(focused);
      foundWell();
    } catch {
      if (run !== this.#run || (await reloadOnce())) return;
      // What it could not fetch it may have kept as empty.
      this.#engine.restart();
      this.#showFailure();
      mendFocus(focused);
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
    part('result-count').textContent = inPapers(total);
    part('result-count').dataset['total'] = String(total);
    this.#announce(inBrief(answer));
    part('notes').replaceChildren(...notesAbove(state, answer, this.#context(state)));
    part('results').replaceChildren();
    part('results').dataset['all'] = String(all);
    this.#append(hits, state, answer);
    this.#showChips(state);
    document.title = titleOf(state, this.#topics, this.#title);
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
    const rest = left > PAGE ? [` of ${left.toLocaleString('en')} that are left`] : [];
    const button = element('button', { type: 'button', id: 'more' }, [`${Math.min(PAGE, left)} more`]);
    button.addEventListener('click', () => void this.#more(state, answer).catch(() => this.#show(this.#shown)));
    part('after').replaceChildren(element('p', { class: 'lead' }, [button, ...rest]));
  }

  async #more(state: SearchState, answer: Answer): Promise<void> {
    const hits = await this.#engine.hits(state, this.#shown, this.#shown + PAGE);
    if (state !== this.#state) return;
    const [first] = this.#append(hits, state, answer);
    this.#showMore(state, answer);
    this.#keep();
    first?.querySelector('a')?.focus();
  }

  #showFailure(): void {
    clearTimeout(this.#announcing);
    for (const id of ['result-count', 'result-words']) part(id).textContent = 'Papers';
    delete part('result-count').dataset['total'];
    delete part('results').dataset['all'];
    part('tools').hidden = true;
    part('results').replaceChildren();
    part('after').replaceChildren();
    part('notes').replaceChildren(failureNote(this.#base, () => this.#tryAgain()));
  }

  #tryAgain(): void {
    part('result-count').textContent = 'Searching …';
    void this.#return();
  }

  #busy(busy: boolean): void {
    this.closest('search')?.setAttribute('aria-busy', String(busy));
  }
}

/** Whoever followed a link that the answer took away goes on from the heading of the results. */
function mendFocus(focused: Element | null): void {
  if (focused?.isConnected === false && document.activeElement === document.body) part('found').focus({ preventScroll: true });
}

/** A part of the page by its id; the component that loads this script has them all. */
function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The search page has no #${id}.`);
  return found;
}

customElements.define('search-page', SearchPage);
