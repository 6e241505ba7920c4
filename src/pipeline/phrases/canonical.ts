import { findAcronyms } from '../../model/acronyms.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { readRuns, type Run, type Token } from './runs.ts';

/** How the words of a corpus are written when case, plural, possessive and acronym do not count. */
export interface Canonical {
  /** `GANs` → `generative adversarial network`, `networks` → `network`. One or more words. */
  wordsOf: (token: Token) => string[];
  /** Acronyms that the corpus spells out, as they stand, by what they stand for. */
  acronyms: Map<string, string[]>;
}

/**
 * Learn from a corpus how to write its words.
 *
 * A plural becomes a singular where the corpus has the singular too, so that `bias` and `series` stay. An acronym is
 * spelled out where half the papers that define it agree. Other words in capitals keep them only where the same
 * letters are a common word too: `NODE` is not `node`, but `ImageNet` is `imagenet`.
 */
export function readCanonical(papers: { title: string; abstract: string }[], runs: Run[][]): Canonical {
  const words = new Map<string, number>();
  for (const token of runs.flatMap((ofPaper) => ofPaper.flatMap((run) => run.tokens))) {
    words.set(token.word, (words.get(token.word) ?? 0) + 1);
  }
  const single = (word: string): string => singularise(word, (other) => words.get(other) ?? 0);
  const plain = (token: Token): string => {
    if (!token.isAcronym) return single(token.word);
    const lower = token.word.toLowerCase();
    return (words.get(lower) ?? 0) > (words.get(token.word) ?? 0) ? token.word : lower;
  };
  const acronyms = spelledOut(papers, (long) => readRuns({ title: long, abstract: '' }).flatMap((run) => run.tokens.map(plain)));
  const byLong = Map.groupBy(acronyms, ([, long]) => long.join(' '));
  return {
    wordsOf: (token) => (token.isAcronym && acronyms.get(token.word)) || [plain(token)],
    acronyms: new Map([...byLong].map(([long, pairs]) => [long, pairs.map(([short]) => short)])),
  };
}

const MAX_LONG_WORDS = 4;
const AGREEMENT = 0.5;

function spelledOut(
  papers: { title: string; abstract: string }[],
  canonicalise: (long: string) => string[],
): Map<string, string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const { title, abstract } of papers) {
    const found = findAcronyms(`${title}. ${abstract}`).map(({ short, long }) => {
      const words = long.toLowerCase().split(/[\s-]+/);
      return words.some((word) => FUNCTION_WORDS.has(word))
        ? ''
        : `${short.replace(/(?<=\p{Lu})s$/u, '')}\t${canonicalise(long).join(' ')}`;
    });
    for (const pair of new Set(found.filter(Boolean))) {
      const [short, long] = pair.split('\t') as [string, string];
      const ofShort = counts.get(short) ?? new Map<string, number>();
      counts.set(short, ofShort.set(long, (ofShort.get(long) ?? 0) + 1));
    }
  }
  const acronyms = new Map<string, string[]>();
  for (const [short, longs] of counts) {
    const [[long, papersOfLong]] = [...longs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)) as [[string, number]];
    const all = [...longs.values()].reduce((sum, count) => sum + count, 0);
    const words = long.split(' ');
    if (papersOfLong >= all * AGREEMENT && words.length > 1 && words.length <= MAX_LONG_WORDS) acronyms.set(short, words);
  }
  return acronyms;
}

/**
 * The singular of a word where it is a word of the same texts: `networks` → `network`, but `bias` and `series` stay.
 *
 * @param usesOf  How often the texts use a word. A singular that is far rarer than the plural is a slip or a chance.
 */
export function singularise(word: string, usesOf: (word: string) => number): string {
  const fewest = usesOf(word) / 20;
  return singularsOf(word).find((singular) => usesOf(singular) > fewest) ?? word;
}

const ENDINGS: [plural: RegExp, singulars: string[]][] = [
  [/ies$/, ['y']],
  [/ices$/, ['ix', 'ex']],
  [/(?<=[sxz]|ch|sh)es$/, ['', 'is']],
  [/(?<=[rd]i)a$/, ['um', 'on']],
  [/(?<=men)a$/, ['on']],
  [/(?<!ss|us|is)s$/, ['']],
];

/** What may be the singular of an English word, likeliest first. */
function singularsOf(word: string): string[] {
  if (word.length < 4) return [];
  return ENDINGS.flatMap(([plural, singulars]) =>
    plural.test(word) ? singulars.map((ending) => word.replace(plural, ending)) : [],
  );
}
