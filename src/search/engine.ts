import type { ShownPaper } from '../catalogue/search-record.ts';
import type { IndexReader } from './index-reader.ts';
import type { Posting } from './postings.ts';
import { asksOnlySigns, parseQuery, topicsNamed } from './query.ts';
import type { Clause } from './query.ts';
import { byMatch, rank, WEIGHTS } from './ranking.ts';
import type { Match, Ranked, Weights } from './ranking.ts';
import { spelledOut } from './spelled-out.ts';
import { correct, findTogether, findWord, findWords } from './terms.ts';
import type { FoundTerm } from './terms.ts';
import type { SearchState } from './url-state.ts';
import { contentWords, joinFragments } from './words.ts';

/** A paper found, as the page shows it. */
export interface Hit {
  slug: string;
  match: Match;
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
  /** Papers that have all of it in the spelling that was probably meant. */
  corrected: number;
  /** Papers that have some of it. */
  partial: number;
  /** The words that were asked for, without those that say nothing. */
  asked: string[];
  /** What was probably meant, where hardly any paper has what was asked. */
  meant: { word: string; meant: string; papers: number }[];
  /** The first of them, in rank order. */
  hits: Hit[];
}

interface Ranking {
  ranked: Ranked[];
  meant: Answer['meant'];
  asked: string[];
}

/** How a query is understood and its papers are ranked. */
interface Tuning extends Weights {
  /** Leave out words that say nothing. */
  stopWords: boolean;
  /** Look for other ways to write a word. */
  otherWays: boolean;
}

const TUNING: Tuning = { ...WEIGHTS, stopWords: true, otherWays: true };

/** Answers states of the search page. The last answer is kept, for a reader pages through it and asks for its counts. */
export class Engine {
  readonly #index: IndexReader;
  readonly #tuning: Tuning;
  #last: { key: string; ranking: Promise<Ranking> } | undefined;

  /** @param tuning  Weights and switches other than those of the site, for the ablation. */
  constructor(index: IndexReader, tuning: Partial<Tuning> = {}) {
    this.#index = index;
    this.#tuning = { ...TUNING, ...tuning };
  }

  /** How many papers have what a state asks for, and the first of them. */
  async search(state: SearchState, count: number): Promise<Answer> {
    const { ranked, meant, asked } = await this.#rankOnce(state);
    const tally = (match: Match) => ranked.filter((each) => each.match === match).length;
    const counts = { total: tally('full'), corrected: tally('corrected'), partial: tally('partial') };
    return { ...counts, meant, asked, hits: await this.hits(state, 0, count) };
  }

  /** Papers from the rank `from` (counted from 0) up to but without `to`. */
  async hits(state: SearchState, from: number, to: number): Promise<Hit[]> {
    const { ranked, asked } = await this.#rankOnce(state);
    return Promise.all(ranked.slice(from, to).map(async (each) => toHit(each, asked, await this.#index.shown(each.id))));
  }

  /**
   * How many of the full matches each of these topics has; where there are none, of all that is shown. Of a topic that is
   * taken away: how many it takes.
   */
  async facets(state: SearchState, topics: string[]): Promise<Record<string, number>> {
    const shown = counted((await this.#rankOnce(state)).ranked);
    const counts = topics.map(async (topic) => {
      const { not } = state;
      const among = not.includes(topic)
        ? counted((await this.#rank({ ...state, not: not.filter((other) => other !== topic) })).ranked)
        : shown;
      const members = await this.#index.members(topic);
      return [topic, among.filter(({ id }) => members.has(id)).length] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  }

  #rankOnce(state: SearchState): Promise<Ranking> {
    const key = JSON.stringify(state);
    if (this.#last?.key !== key) this.#last = { key, ranking: this.#rank(state) };
    return this.#last.ranking;
  }

  async #rank(state: SearchState): Promise<Ranking> {
    const clauses = await this.#withKnownTopics(parseQuery(state.q));
    const asked = clauses.filter(({ excluded, field }) => !excluded && field !== 'topic');
    const [places, isLeft, terms, required] = await Promise.all([
      this.#index.places(),
      this.#filter(state, clauses),
      this.#terms(asked, /\S$/.test(state.q)),
      Promise.all(asked.filter(({ kind }) => kind === 'phrase').map(({ words }) => findTogether(words, this.#index))),
    ]);
    const byListing = (a: Ranked, b: Ranked) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0);
    const all = asksOnlySigns(state.q) ? [] : [...places.keys()].filter(isLeft);
    const ranked: Ranked[] =
      asked.length > 0
        ? rank(terms, required, places.size, this.#tuning, isLeft)
        : all.map((id) => ({ id, match: 'full', score: 0, places: [] }));
    const meant = terms.flatMap(({ word, meant: other, corrected }) =>
      other === undefined ? [] : [{ word, meant: other, papers: corrected.size }],
    );
    return {
      ranked: await this.#sort(withoutNeedlessPartials(ranked), state, byListing),
      meant,
      asked: terms.map(({ word }) => word),
    };
  }

  /** The words asked for, each with its papers. */
  async #terms(asked: Clause[], isTyping: boolean): Promise<FoundTerm[]> {
    const { stopWords, otherWays } = this.#tuning;
    const joined = joinFragments(asked);
    const kept = stopWords ? contentWords(joined) : joined.map((clause) => ({ clause, skipped: 0 }));
    const words = kept.flatMap(({ clause, skipped }) =>
      clause.words.map((word, at) => ({ word, field: clause.field, skipped: at === 0 ? skipped : 0 })),
    );
    const found = await Promise.all(
      words.map(async ({ word, field, skipped }, at) => {
        const terms = await findWords(word, this.#index, { isLast: isTyping && at === words.length - 1, otherWays });
        return terms.map((term) =>
          field === 'title' ? { ...term, skipped, posting: inTitle(term.posting), near: NONE } : { ...term, skipped },
        );
      }),
    );
    return correct(found.flat(), this.#index);
  }

  /** Whether topics, `title:`, `topic:` and words that must not be there leave a paper. */
  async #filter({ topics, not }: SearchState, clauses: Clause[]): Promise<(id: string) => boolean> {
    const has = (clause: Clause) => this.#papersWith(clause);
    const members = (topic: string) => this.#index.members(topic);
    const [must, mustNot] = await Promise.all([
      Promise.all([...topics.map(members), ...clauses.filter(({ excluded, field }) => !excluded && field !== 'any').map(has)]),
      Promise.all([...not.map(members), ...clauses.filter(({ excluded }) => excluded).map(has)]),
    ]);
    return (id) => must.every((ids) => ids.has(id)) && !mustNot.some((ids) => ids.has(id));
  }

  /** A topic that there is not is asked for as words. */
  async #withKnownTopics(clauses: Clause[]): Promise<Clause[]> {
    if (!clauses.some(({ field }) => field === 'topic')) return clauses;
    const topics = await this.#index.topics();
    return clauses.map((clause) =>
      clause.field === 'topic' && topicsNamed(clause.words, topics).length === 0 ? { ...clause, field: 'any' } : clause,
    );
  }

  async #papersWith({ words, kind, field }: Clause): Promise<Set<string>> {
    if (field === 'topic') {
      const named = topicsNamed(words, await this.#index.topics());
      return union(await Promise.all(named.map((topic) => this.#index.members(topic))));
    }
    const posting =
      kind === 'phrase' ? await findTogether(words, this.#index) : (await findWord(words[0] ?? '', this.#index)).posting;
    return new Set((field === 'title' ? inTitle(posting) : posting).keys());
  }

  async #sort(ranked: Ranked[], { sort }: SearchState, byListing: (a: Ranked, b: Ranked) => number): Promise<Ranked[]> {
    if (sort === 'relevance') return ranked.toSorted((a, b) => byMatch(a, b) || b.score - a.score || byListing(a, b));
    const order = await this.#index.order(sort);
    const place = ({ id }: Ranked) => order.get(id) ?? order.size;
    return ranked.toSorted((a, b) => byMatch(a, b) || place(a) - place(b) || byListing(a, b));
  }
}

/** Papers that have all that was asked: with as many, those that have some of it would only stand in the way. */
const ENOUGH = 20;

function withoutNeedlessPartials(ranked: Ranked[]): Ranked[] {
  const whole = ranked.filter(({ match }) => match !== 'partial');
  return whole.length < ENOUGH ? ranked : whole;
}

function counted(ranked: Ranked[]): Ranked[] {
  const full = ranked.filter(({ match }) => match === 'full');
  return full.length > 0 ? full : ranked;
}

const NONE: ReadonlyMap<string, number> = new Map();

function union(sets: Set<string>[]): Set<string> {
  return new Set(sets.flatMap((ids) => [...ids]));
}

function inTitle(posting: Posting): Posting {
  return new Map([...posting].filter(([, occurrence]) => occurrence.inTitle));
}

function toHit({ match, places: found }: Ranked, asked: string[], { slug, no, text, titleLength, core, minor }: ShownPaper): Hit {
  const words = text.split(' ');
  const title = words.slice(0, titleLength).join(' ');
  const places = [...new Set([...found, ...spelledOut(words, asked)])].sort((a, b) => a - b);
  return { slug, match, title, no, words, titleLength, places, core, topics: [...core, ...minor] };
}
