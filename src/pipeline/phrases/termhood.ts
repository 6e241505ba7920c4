import type { Background } from './background.ts';
import type { Phrase } from './count-phrases.ts';

/** What is known of the corpus that a phrase stands in. */
export interface Corpus {
  /** How many papers there are. */
  papers: number;
  phrases: Map<string, Phrase>;
  background: Background;
}

/**
 * How surely a phrase is a term of its field, as the logarithm of the odds that authors would give it as a keyword.
 *
 * Terms are used again and again by the papers that use them, end where a sentence goes on, name an act or a property,
 * are made of words that belong together, and hold no word that abstracts use and titles avoid. The weights are those of
 * a logistic regression on the author keywords of ICLR 2020, rounded; `npm run eval:suggest` measures them. Tried and left
 * out, since they changed nothing: how often titles have the phrase, how many longer phrases hold it, and how the
 * phrase as a whole is used elsewhere.
 */
export function termhood(phrase: Phrase, corpus: Corpus): number {
  const signals = readSignals(phrase, corpus);
  const weights: Partial<Signals> = phrase.words.length === 1 ? WORD_WEIGHTS : PHRASE_WEIGHTS;
  return (Object.keys(weights) as (keyof Signals)[]).reduce((sum, name) => sum + weights[name]! * signals[name], 0);
}

const WORD_WEIGHTS: Partial<Signals> = {
  always: -10.78,
  papers: 0.51,
  few: -0.99,
  repeated: 2.26,
  plural: -1.89,
  ends: 0.76,
  alone: 1.04,
  determined: -0.83,
  likeVerb: -0.69,
  nominal: 0.98,
  letters: 1.77,
  usualTitleMin: 0.2,
  usualRepeated: 2.01,
};

const PHRASE_WEIGHTS: Partial<Signals> = {
  always: -3.9,
  papers: 0.53,
  few: -1.17,
  repeated: 1.54,
  plural: -1.19,
  ends: 1.35,
  determined: -0.43,
  nominal: 0.91,
  participle: -0.95,
  compared: -0.37,
  usualTitleMin: 0.33,
  usualTitleFirst: 0.23,
  usualTitleLast: 0.36,
  usualRepeated: 0.43,
  together: 0.36,
  leastRepeated: 1.44,
  longer: -0.53,
};

type Signals = ReturnType<typeof readSignals>;

/** Below so many papers a phrase is there by chance more often than not. */
const FEW_PAPERS = 5;
const NOMINAL = /(?:tion|sion|ity|ness|ism|ance|ence|cy|ship|ing|ment)$/;
const PARTICIPLE = /(?:ed|ly)$/;
const COMPARED = /(?:ed|ly|er|est)$/;

/** What speaks for or against a phrase; counts as logarithms, the rest as shares or 0 and 1. */
function readSignals(phrase: Phrase, { papers, phrases, background }: Corpus) {
  const { words, uses } = phrase;
  const own = phrase.papers.length;
  const last = words.at(-1)!;
  const usual = words.map((word) => usualUse(word, background));
  const byChance = words.reduce((share, word) => share * (papersOf(word, phrases, own) / papers), papers);
  return {
    always: 1,
    papers: Math.log(own),
    few: own < FEW_PAPERS ? 1 : 0,
    repeated: Math.log(uses / own),
    plural: phrase.plural / uses,
    ends: phrase.ending / uses,
    alone: phrase.alone / uses,
    determined: phrase.determined / uses,
    likeVerb: phrase.likeVerb / uses,
    nominal: NOMINAL.test(last) ? 1 : 0,
    letters: Math.log(last.length),
    participle: PARTICIPLE.test(last) ? 1 : 0,
    compared: COMPARED.test(words[0]!) ? 1 : 0,
    usualTitleMin: Math.min(...usual.map(({ titles }) => titles)),
    usualTitleFirst: usual[0]!.titles,
    usualTitleLast: usual.at(-1)!.titles,
    usualRepeated: usual.at(-1)!.repeated,
    together: Math.log(own / (byChance + 0.5)),
    leastRepeated: Math.min(...words.map((word) => repeatedOf(word, phrases))),
    longer: words.length > 2 ? 1 : 0,
  };
}

/** Of a word that the background does not know: as rare words are used on the whole. */
const UNKNOWN_USE = { titles: Math.log(0.12), repeated: Math.log(1.4) };

function usualUse(word: string, { words }: Background): { titles: number; repeated: number } {
  const use = Object.hasOwn(words, word) ? words[word] : undefined;
  return use ? { titles: Math.log(use[0] + 0.005), repeated: Math.log(use[1]) } : UNKNOWN_USE;
}

/** A word may stand in hyphenated compounds alone; then it is taken to be as rare as the phrase. */
function papersOf(word: string, phrases: Map<string, Phrase>, atLeast: number): number {
  return Math.max(atLeast, phrases.get(word)?.papers.length ?? 0);
}

function repeatedOf(word: string, phrases: Map<string, Phrase>): number {
  const phrase = phrases.get(word);
  return phrase ? Math.log(phrase.uses / phrase.papers.length) : 0;
}
