import { leadTo } from './shortcuts.ts';

/** The field in a page's head: suggestions while typing, once the reader comes to it. Without them it leads to the search page. */
class SearchBox extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    leadTo(input);
    const begin = async () => {
      const { suggestFor } = await import('./suggestions.ts');
      suggestFor(input, this.dataset['base'] ?? '/');
    };
    input.addEventListener('input', () => void begin(), { once: true });
  }
}

/** Bring the field in the head to life, where the page has one. */
export function startSearchBox(): void {
  customElements.define('search-box', SearchBox);
}
