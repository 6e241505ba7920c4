import type { ShownPaper } from '../catalogue/search-record.ts';
import type { IndexFiles } from './index-files.ts';
import type { Orders, Pagefind, PagefindResult } from './pagefind.ts';
import type { Occurrence, Posting } from './postings.ts';
import { listOf, readWordCounts } from './spelling.ts';
import type { WordCounts } from './spelling.ts';

/** What the index knows of a word, up to its stem. */
export interface Found {
  /** Papers that have the word itself. */
  itself: Posting;
  /** Papers that speak of what it means (their record's `close` and `near`): how surely, from 0 to 1. */
  near: Map<string, number>;
  /** Papers with words that begin with it; where there are none, with those that begin most like it. */
  alike: Set<string>;
}

/** How surely a paper speaks of a word that its record has among its `close` or `near` words. */
const NEARNESS = { close: 0.6, near: 0.3 };

/** Asks Pagefind, one word at a time, and keeps the answers: no file of the index is fetched twice. */
export class IndexReader {
  readonly #pagefind: Pagefind;
  readonly #files: IndexFiles;
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(pagefind: Pagefind, files: IndexFiles) {
    this.#pagefind = pagefind;
    this.#files = files;
  }

  /** Every paper in listing order, also where the index has parts. */
  papers(): Promise<string[]> {
    return this.#keep('papers', async () => (await this.#ask(null, {})).map(({ id }) => id));
  }

  /** The place of each paper in the listing, from 0. */
  places(): Promise<Map<string, number>> {
    return this.#keep('places', async () => new Map((await this.papers()).map((id, place) => [id, place])));
  }

  find(word: string): Promise<Found> {
    return this.#keep(`word ${word}`, () => this.#find(word));
  }

  /** Papers with a topic. */
  members(topic: string): Promise<Set<string>> {
    return this.#keep(`topic ${topic}`, async () => new Set((await this.#ask(null, { filters: { topic } })).map(({ id }) => id)));
  }

  /** Slugs of all topics that papers have. */
  topics(): Promise<string[]> {
    return this.#keep('topics', async () => Object.keys((await this.#pagefind.filters())['topic'] ?? {}));
  }

  /** Place of papers in an order other than the listing's; those that have none there are left out. */
  order(sort: keyof Orders): Promise<Map<string, number>> {
    return this.#keep(`order ${sort}`, async () => {
      const [papers, orders] = await Promise.all([this.papers(), this.#files.orders()]);
      return new Map(orders[sort].map((place, index) => [papers[place] ?? '', index]));
    });
  }

  /** The words of the collection that begin like this one, for mending it. */
  wordsLike(word: string): Promise<WordCounts> {
    const list = listOf(word);
    return this.#keep(`list ${list}`, async () => readWordCounts(await this.#files.words(list)));
  }

  /** What is shown of a paper. */
  async shown(id: string): Promise<ShownPaper> {
    const place = (await this.places()).get(id);
    if (place === undefined) throw new Error(`The index has no paper ${id}.`);
    return this.#files.shown(place);
  }

  /**
   * Pagefind finds every word that begins with the one asked for, and says all places; in quotes it finds the word
   * itself, and says the first place alone, none where only another field of the record has it (Pagefind 1.6).
   */
  async #find(word: string): Promise<Found> {
    const all = await this.#ask(word, {});
    const exact = all.length === 0 ? [] : await this.#ask(`"${word}"`, {});
    const inText = new Map(exact.map(({ id, words }) => [id, words.length > 0]));
    const found: Found = { itself: new Map(), near: new Map(), alike: new Set() };
    for (const result of all) {
      const { id, matchedMetaFields: fields = [] } = result;
      const hasItself = inText.get(id);
      if (hasItself || (hasItself !== undefined && fields.includes('same'))) found.itself.set(id, toOccurrence(result));
      else if (hasItself === undefined && (result.words.length > 0 || fields.includes('title'))) found.alike.add(id);
      const nearness = fields.includes('close') ? NEARNESS.close : fields.includes('near') ? NEARNESS.near : 0;
      if (hasItself !== undefined && nearness > 0) found.near.set(id, nearness);
    }
    return found;
  }

  async #ask(term: string | null, options: object): Promise<PagefindResult[]> {
    const { results } = await this.#pagefind.search(term, options);
    return results;
  }

  #keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    const kept = (this.#kept.get(key) as Promise<T> | undefined) ?? make();
    this.#kept.set(key, kept);
    return kept;
  }
}

function toOccurrence({ words, matchedMetaFields = [] }: PagefindResult): Occurrence {
  return { places: words, inTitle: matchedMetaFields.includes('title') };
}
