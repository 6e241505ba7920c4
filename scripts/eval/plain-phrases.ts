import stopWords from 'stopwords-iso' with { type: 'json' };

const STOP_WORDS = new Set(stopWords['en']);
const MAX_WORDS = 3;

/** How a phrase is used, for the plain peers of `topics:suggest`. */
interface Use {
  phrase: string;
  words: number;
  papers: number;
  uses: number;
}

/**
 * The plain peers: phrases of one to three words between stop words and punctuation, the best by each measure. C-value is
 * that of Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms", 2000.
 */
export function plainPhrases(
  papers: { title: string; abstract: string }[],
  count: number,
): Record<'TF-IDF' | 'C-value' | 'papers, two words or more', string[]> {
  const uses = countUses(papers).filter((use) => use.papers > 2);
  const nested = new Map<string, number[]>();
  for (const { phrase, uses: own } of uses) {
    for (const piece of piecesOf(phrase)) nested.set(piece, [...(nested.get(piece) ?? []), own]);
  }
  const cValue = ({ phrase, words, uses: own }: Use): number => {
    const longer = nested.get(phrase) ?? [];
    return Math.log2(words) * (own - (longer.length === 0 ? 0 : longer.reduce((sum, each) => sum + each, 0) / longer.length));
  };
  const top = (score: (use: Use) => number): string[] =>
    uses
      .toSorted((a, b) => score(b) - score(a) || (a.phrase < b.phrase ? -1 : 1))
      .slice(0, count)
      .map(({ phrase }) => phrase);
  return {
    'TF-IDF': top(({ uses: own, papers: bearing }) => own * Math.log(papers.length / bearing)),
    'C-value': top(cValue),
    'papers, two words or more': top(({ words, papers: bearing }) => (words > 1 ? bearing : 0)),
  };
}

function countUses(papers: { title: string; abstract: string }[]): Use[] {
  const totals = new Map<string, Use>();
  for (const { title, abstract } of papers) {
    const counts = new Map<string, number>();
    for (const run of `${title}. ${abstract}`.toLowerCase().split(/[^\p{L}\p{N}\s-]+/u)) {
      const words = run.split(/[\s-]+/).filter(Boolean);
      for (let from = 0; from < words.length; from++) {
        for (let length = 1; length <= MAX_WORDS && from + length <= words.length; length++) {
          if (STOP_WORDS.has(words[from + length - 1]!)) break;
          const phrase = words.slice(from, from + length).join(' ');
          counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
        }
      }
    }
    for (const [phrase, own] of counts) {
      const total = totals.get(phrase) ?? { phrase, words: phrase.split(' ').length, papers: 0, uses: 0 };
      totals.set(phrase, { ...total, papers: total.papers + 1, uses: total.uses + own });
    }
  }
  return [...totals.values()];
}

function piecesOf(phrase: string): string[] {
  const words = phrase.split(' ');
  return words.length < 3 ? [] : [words.slice(0, -1).join(' '), words.slice(1).join(' ')];
}
