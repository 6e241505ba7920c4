import type { Orders, Pagefind, PagefindFragment, PagefindResult } from './pagefind.ts';
import { parseQuery } from './query.ts';
import type { Clause } from './query.ts';
import { withoutBeginnings } from './parts.ts';
import { rank } from './ranking.ts';
import type { Posting, Ranked, Term } from './ranking.ts';
import type { SearchState } from './url-state.ts';

/** A paper found, as the page shows it. */
export interface Hit {
  slug: string;
  match: Ranked['match'];
  title: string;
  /** Place in the listing. */
  no: string;
  /** Title and abstract in words; the title is the first `titleLength`. */
  words: string[];
  titleLength: number;
  /** Places in `words` that match. */
  places: number[];
  /** Slugs of topics, those that it is about first. */
  topics: string[];
  core: string[];
}

/** The answer to a state. */
export interface Answer {
  /** Papers that have all that was asked. */
  total: number;
  /** Papers that have some of it, shown after them. */
  partial: number;
  /** The first of them, in rank order. */
  hits: Hit[];
}

/** Asks Pagefind for one word at a time and puts the lists together. Each file of the index is fetched once. */
export class Engine {
  readonly #pagefind: Pagefind;
  readonly #parts: number[];
  readonly #orders: () => Promise<Orders>;
  readonly #results = new Map<string, PagefindResult>();
  readonly #postings = new Map<string, Promise<Posting>>();
  #collection: Promise<string[]> | undefined;
  #last: { key: string; ranked: Promise<Ranked[]> } | undefined;

  /**
   * @param parts   How many papers each part of the index has.
   * @param orders  Reads orders.json, when a reader asks for one of them.
   */
  constructor(pagefind: Pagefind, parts: number[], orders: () => Promise<Orders>) {
    this.#pagefind = pagefind;
    this.#parts = parts;
    this.#orders = orders;
  }

  /** How many papers have what a state asks for, and the first of them. */
  async search(state: SearchState, count: number): Promise<Answer> {
    const ranked = await this.#rankOnce(state);
    const total = ranked.filter(({ match }) => match === 'full').length;
    return { total, partial: ranked.length - total, hits: await this.hits(state, 0, count) };
  }

  /** Papers from the rank `from` (counted from 0) up to but without `to`. */
  async hits(state: SearchState, from: number, to: number): Promise<Hit[]> {
    const ranked = await this.#rankOnce(state);
    return Promise.all(ranked.slice(from, to).map(async (each) => toHit(each, await this.#fragment(each.id))));
  }

  /** How many of the full matches each of these topics has. */
  async facets(state: SearchState, topics: string[]): Promise<Record<string, number>> {
    const full = (await this.#rankOnce(state)).filter(({ match }) => match === 'full');
    const counts = await Promise.all(
      topics.map(async (topic): Promise<[string, number]> => {
        const members = await this.#posting({ topic });
        return [topic, full.filter(({ id }) => members.has(id)).length];
      }),
    );
    return Object.fromEntries(counts);
  }

  /** A reader pages through one answer and asks for its counts: the last ranking is kept. */
  #rankOnce(state: SearchState): Promise<Ranked[]> {
    const key = JSON.stringify(state);
    if (this.#last?.key !== key) this.#last = { key, ranked: this.#rank(state) };
    return this.#last.ranked;
  }

  async #rank(state: SearchState): Promise<Ranked[]> {
    const [all, wanted, unwanted] = await Promise.all([this.#all(), this.#allowed(state), this.#unwanted(state)]);
    const asked = parseQuery(state.q).filter((clause) => !clause.excluded);
    const terms = await Promise.all(asked.map((clause) => this.#term(clause)));
    const ranked: Ranked[] =
      terms.length > 0 ? rank(terms, all.length) : all.map((id) => ({ id, match: 'full', score: 0, places: [] }));
    const kept = ranked.filter(({ id }) => !unwanted.has(id) && (wanted === undefined || wanted.has(id)));
    return state.sort === 'relevance' ? kept : this.#sorted(kept, state.sort);
  }

  async #term(clause: Clause): Promise<Term> {
    if (clause.field === 'topic') return { field: 'topic', posting: await this.#posting({ topic: clause.words.join('-') }) };
    const postings = await Promise.all(clause.words.map((word) => this.#posting({ word })));
    const posting = clause.kind === 'phrase' ? sideBySide(postings) : (postings[0] ?? new Map());
    return { field: clause.field, posting: clause.field === 'title' ? inTitle(posting) : posting };
  }

  /** In listing order, also where the index has parts. */
  #all(): Promise<string[]> {
    this.#collection ??= this.#ask(null, {}).then((results) => results.map(({ id }) => id));
    return this.#collection;
  }

  async #allowed({ topics }: SearchState): Promise<Set<string> | undefined> {
    if (topics.length === 0) return undefined;
    const [first, ...others] = await Promise.all(topics.map((topic) => this.#posting({ topic })));
    return new Set([...(first?.keys() ?? [])].filter((id) => others.every((other) => other.has(id))));
  }

  async #unwanted({ q, not }: SearchState): Promise<Set<string>> {
    const clauses = parseQuery(q).filter(({ excluded }) => excluded);
    const postings = await Promise.all([
      ...not.map((topic) => this.#posting({ topic })),
      ...clauses.map(async (clause) => (await this.#term(clause)).posting),
    ]);
    return new Set(postings.flatMap((posting) => [...posting].filter(([, { exact }]) => exact).map(([id]) => id)));
  }

  async #sorted(ranked: Ranked[], sort: 'title' | 'year'): Promise<Ranked[]> {
    const [all, orders] = await Promise.all([this.#all(), this.#orders()]);
    const order = new Map(orders[sort].map((place, index) => [all[place], index]));
    const place = ({ id, match }: Ranked) => (match === 'full' ? 0 : all.length + 1) + (order.get(id) ?? all.length);
    return ranked.toSorted((a, b) => place(a) - place(b));
  }

  #posting(asked: { word: string } | { topic: string }): Promise<Posting> {
    const key = JSON.stringify(asked);
    let posting = this.#postings.get(key);
    if (!posting) {
      posting = 'word' in asked ? this.#lookUp(asked.word) : this.#members(asked.topic);
      this.#postings.set(key, posting);
    }
    return posting;
  }

  /** Pagefind finds every word that begins with the one asked for; in quotes only the word itself, but then not all its places. */
  async #lookUp(word: string): Promise<Posting> {
    const [longer, itself] = [await this.#ask(word, {}), await this.#ask(`"${word}"`, {})];
    const exact = new Set(itself.map(({ id }) => id));
    const partOf = await this.#partOf();
    const found = await withoutBeginnings(word, longer, (id) => exact.has(id), partOf);
    return new Map(
      found.map(({ id, words, matchedMetaFields = [] }) => [
        id,
        { places: words, fields: matchedMetaFields, exact: exact.has(id) },
      ]),
    );
  }

  /** Pages stand in the order of the parts. */
  async #partOf(): Promise<(id: string) => number> {
    const all = await this.#all();
    let from = 0;
    const parts = this.#parts.flatMap((papers, part) =>
      all.slice(from, (from += papers)).map((id): [string, number] => [id, part]),
    );
    const byId = new Map(parts);
    return (id) => byId.get(id) ?? 0;
  }

  async #members(topic: string): Promise<Posting> {
    const results = await this.#ask(null, { filters: { topic } });
    return new Map(results.map(({ id }) => [id, { places: [], fields: [], exact: true }]));
  }

  async #ask(term: string | null, options: object): Promise<PagefindResult[]> {
    const { results } = await this.#pagefind.search(term, options);
    for (const result of results) this.#results.set(result.id, result);
    return results;
  }

  #fragment(id: string): Promise<PagefindFragment> {
    const result = this.#results.get(id);
    if (!result) throw new Error(`Pagefind named no paper ${id}.`);
    return result.data();
  }
}

/** Papers where the words stand one after the other; both parts of a compound stand in one place. */
function sideBySide(postings: Posting[]): Posting {
  const [first = new Map() as Posting, ...others] = postings;
  return others.reduce((phrase, next) => {
    const joined: Posting = new Map();
    for (const [id, { places, fields, exact }] of phrase) {
      const following = next.get(id);
      if (!following) continue;
      const ends = new Set(places.flatMap((place) => [place, place + 1]));
      const joint = following.places.filter((place) => ends.has(place));
      if (joint.length > 0)
        joined.set(id, {
          places: joint,
          fields: fields.filter((field) => following.fields.includes(field)),
          exact: exact && following.exact,
        });
    }
    return joined;
  }, first);
}

function inTitle(posting: Posting): Posting {
  return new Map([...posting].filter(([, { fields }]) => fields.includes('title')));
}

function toHit({ match, places }: Ranked, { raw_url, content, meta, filters }: PagefindFragment): Hit {
  // Not raw_content: there `<` has become `&lt;`, as a text that speaks of HTML may say itself.
  const words = content.split(' ');
  const core = (meta['core'] ?? '').split(' ').filter(Boolean);
  const title = meta['title'] ?? '';
  return {
    slug: raw_url.replace(/^papers\//, '').replace(/\/$/, ''),
    match,
    title,
    no: meta['no'] ?? '',
    words,
    titleLength: title.split(' ').length,
    places,
    core,
    topics: [...core, ...(filters['topic'] ?? []).filter((slug) => !core.includes(slug))],
  };
}
