/** A query with the papers that answer it: 2 must be near the top, 1 is fine to show. */
export interface JudgedQuery {
  q: string;
  kind: string;
  relevant: Record<string, number>;
}

/** What one way to search made of one query. */
export interface Outcome {
  query: JudgedQuery;
  /** The first papers in rank order, by the ids that the judgements use. */
  ranked: string[];
  /** All papers that it would show. */
  shown: number;
  /** What it cost a reader, where that was measured. */
  coldBytes?: number;
  warmMs?: number;
}

/** Discounted cumulative gain of the first ten, as a share of the best possible; gain 2^relevance - 1. Järvelin and Kekäläinen, TOIS 2002. */
function ndcgAt10(ranked: string[], relevant: Record<string, number>): number {
  const gain = (relevances: number[]) =>
    relevances.slice(0, 10).reduce((sum, relevance, at) => sum + (2 ** relevance - 1) / Math.log2(at + 2), 0);
  const best = gain(Object.values(relevant).sort((a, b) => b - a));
  return best === 0 ? 0 : gain(ranked.map((id) => relevant[id] ?? 0)) / best;
}

/** One over the rank of the first relevant paper. */
function reciprocalRank(ranked: string[], relevant: Record<string, number>): number {
  const at = ranked.findIndex((id) => (relevant[id] ?? 0) > 0);
  return at < 0 ? 0 : 1 / (at + 1);
}

export interface Summary {
  queries: number;
  ndcg: number;
  mrr: number;
  /** Share of queries that found nothing. */
  zero: number;
  /** Papers shown on average. */
  shown: number;
  /** Medians; not a number where nothing was measured. */
  coldBytes: number;
  warmMs: number;
}

/** Means and medians over the queries of a kind, and over all that have an answer (`total`). */
export function summarise(outcomes: Outcome[]): Map<string, Summary> {
  const answerable = outcomes.filter(({ query }) => Object.keys(query.relevant).length > 0);
  const kinds = Map.groupBy(outcomes, ({ query }) => query.kind);
  return new Map([['total', means(answerable)], ...[...kinds].map(([kind, some]): [string, Summary] => [kind, means(some)])]);
}

function means(outcomes: Outcome[]): Summary {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return {
    queries: outcomes.length,
    ndcg: mean(outcomes.map(({ ranked, query }) => ndcgAt10(ranked, query.relevant))),
    mrr: mean(outcomes.map(({ ranked, query }) => reciprocalRank(ranked, query.relevant))),
    zero: mean(outcomes.map(({ shown }) => (shown === 0 ? 1 : 0))),
    shown: mean(outcomes.map(({ shown }) => shown)),
    coldBytes: median(outcomes.flatMap(({ coldBytes }) => coldBytes ?? [])),
    warmMs: median(outcomes.flatMap(({ warmMs }) => warmMs ?? [])),
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0
    ? NaN
    : (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}
