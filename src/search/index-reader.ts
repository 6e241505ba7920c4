import type { ShownPaper } from '../catalogue/search-record.ts';
import { pageToTopic, paperToPage } from '../model/index-page.ts';
import { gapsToPlaces } from '../model/papers-file.ts';
import type { TopicPlaces } from '../model/papers-file.ts';
import type { IndexFiles } from './index-files.ts';
import type { Orders, Pagefind, PagefindResult } from './pagefind.ts';
import type { Posting } from './postings.ts';
import { listOf, readWordCounts } from './spelling.ts';
import type { WordCounts } from './spelling.ts';

/** What the index knows of a word, up to its stem. */
export interface Found {
  /** Papers that have the word itself. */
  itself: Posting;
  /** Papers that speak of what it means (by words near to theirs, or what their topics are called): how surely, from 0 to 1. */
  near: Map<string, number>;
  /** Papers with words that begin with it; where there are none, with those that begin most like it. */
  alike: Set<string>;
}

/** How surely a paper speaks of a word that its record has among its `close` or `near` words, or that its core or minor topics are called by. */
const NEARNESS = { close: 0.6, near: 0.3, core: 0.6, minor: 0.3 };

/** Asks Pagefind, one word at a time, and keeps the answers: no file of the index is fetched twice. */
export class IndexReader {
  readonly #pagefind: Pagefind;
  readonly #files: IndexFiles;
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(pagefind: Pagefind, files: IndexFiles) {
    this.#pagefind = pagefind;
    this.#files = files;
  }

  /** Every paper in listing order. */
  papers(): Promise<string[]> {
    return this.#keep('papers', async () => {
      const { parts } = await this.#files.parts();
      return Array.from({ length: parts.reduce((sum, papers) => sum + papers, 0) }, (_, place) => paperToPage(place));
    });
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
    return this.#keep(`topic ${topic}`, async () => {
      const { core, minor } = await this.#tagged(topic);
      return new Set([...core, ...minor]);
    });
  }

  /** Slugs of all topics that papers have. */
  async topics(): Promise<string[]> {
    return [...(await this.#topicPlaces()).keys()];
  }

  #topicPlaces(): Promise<Map<string, TopicPlaces>> {
    return this.#keep('topics', async () => new Map(Object.entries((await this.#files.papers()).topics)));
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
    const all = await this.#ask(word);
    const exact = all.length === 0 ? [] : await this.#ask(`"${word}"`);
    const firstPlaces = new Map(exact.map(({ id, words }) => [id, words[0]]));
    const [places, { titleLengths }] = await Promise.all([this.places(), this.#files.papers()]);
    const found: Found = { itself: new Map(), near: new Map(), alike: new Set() };
    for (const { id, words, matchedMetaFields: fields = [] } of all) {
      if (pageToTopic(id) !== undefined) continue;
      if (!firstPlaces.has(id)) {
        if (words.length > 0) found.alike.add(id);
        continue;
      }
      const first = firstPlaces.get(id) ?? Infinity;
      const inTitle = first < (titleLengths[places.get(id) ?? 0] ?? 0);
      if (first < Infinity || fields.includes('same')) found.itself.set(id, { places: words, inTitle });
      const nearness = fields.includes('close') ? NEARNESS.close : fields.includes('near') ? NEARNESS.near : 0;
      if (nearness > 0) found.near.set(id, nearness);
    }
    const named = new Set(exact.flatMap(({ id }) => pageToTopic(id) ?? [])); // each part has them all
    if (named.size > 0) await this.#addTagged(named, found.near);
    return found;
  }

  /** Papers speak of what their topics are called. @param places  Of topics, among all. */
  async #addTagged(places: Set<number>, near: Found['near']): Promise<void> {
    const topics = await this.topics();
    const tagged = await Promise.all([...places].map((place) => this.#tagged(topics[place] ?? '')));
    const add = (ids: string[], nearness: number) => {
      for (const id of ids) near.set(id, Math.max(nearness, near.get(id) ?? 0));
    };
    for (const { core } of tagged) add(core, NEARNESS.core);
    for (const { minor } of tagged) add(minor, NEARNESS.minor);
  }

  /** Papers that are about a topic, and those that touch on it; none of one that there is not. */
  #tagged(topic: string): Promise<{ core: string[]; minor: string[] }> {
    return this.#keep(`tagged ${topic}`, async () => {
      const { core, minor } = gapsToPlaces((await this.#topicPlaces()).get(topic) ?? { core: [], minor: [] });
      return { core: core.map(paperToPage), minor: minor.map(paperToPage) };
    });
  }

  async #ask(term: string): Promise<PagefindResult[]> {
    return (await this.#pagefind.search(term)).results;
  }

  #keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    const kept = (this.#kept.get(key) as Promise<T> | undefined) ?? make();
    this.#kept.set(key, kept);
    return kept;
  }
}
