import type { Topic } from '../../model/topic.ts';
import { broaderOf, numberBroader } from '../evidence/broader.ts';
import { FEATURES, type PhraseWorth, toFeatures } from '../evidence/features.ts';
import { gatherSignals } from '../evidence/judge.ts';
import type { Combination } from '../evidence/learned.ts';
import type { Mention } from '../evidence/mentions.ts';
import type { Labelled } from './labelled.ts';
import { type Example, fitLogistic, logOdds } from './logistic.ts';

/** A labelled paper with what the combination weighs: scores by a teacher that did not see it, and mentions. */
export interface Weighed {
  paper: Labelled;
  scores: Float64Array;
  mentions: Mention[];
}

interface Candidate extends Example {
  paper: number;
  strength: number;
}

interface Held extends Candidate {
  odds: number;
  coreOdds: number;
}

const FOLDS = 3;
/** Numbers of a phrase: as many as PhraseWorth has. */
const WORTHS = 3;
const MIN_WORTH = 0.1;

/** Learn how to weigh scores, mentions and the company of other topics; the threshold from papers that each third of it did not see. */
export function learnCombination(
  weighed: Weighed[],
  topics: Topic[],
  share: Float64Array,
  usesFeature: (name: string) => boolean = () => true,
): Combination {
  const broader = numberBroader(topics);
  const used = FEATURES.map(usesFeature);
  const phrases = new PhraseNumbers();
  const candidates = weighed.flatMap((one, paper) => candidatesOf(one, paper, broader, share, used, phrases));
  const tag = fitLogistic(candidates, topics.length, phrases.count);
  const core = fitLogistic(bearing(candidates), topics.length, 0);
  const held = Array.from({ length: FOLDS }, (_, fold) => heldOut(candidates, fold, topics.length, phrases.count)).flat();
  const isUsual = (paper: number) => weighed[paper]!.paper.isRandom;
  const labels = weighed.reduce(
    (sum, { paper }) => sum + (paper.isRandom ? paper.strengths.filter((strength) => strength > 0).length : 0),
    0,
  );
  const usual = held.filter(({ paper }) => isUsual(paper));
  const threshold = bestThreshold(withBroader(usual, weighed, broader), labels);
  return {
    version: 1,
    share: Object.fromEntries(topics.map(({ slug }, topic) => [slug, round(share[topic]!, 4)])),
    features: Object.fromEntries(
      FEATURES.map((name, at) => [name, { tag: round(tag.weights[at]!), core: round(core.weights[at]!) }]),
    ),
    topics: Object.fromEntries(
      topics.map(({ slug }, topic) => [slug, { tag: round(tag.offsets[topic]!), core: round(core.offsets[topic]!) }]),
    ),
    phrases: worthOfPhrases(phrases, tag.phrases, topics),
    threshold: { tag: round(threshold), core: round(bestCoreThreshold(usual.filter(({ odds }) => odds >= threshold))) },
  };
}

function candidatesOf(
  { paper, scores, mentions }: Weighed,
  at: number,
  broader: number[],
  share: Float64Array,
  used: boolean[],
  phrases: PhraseNumbers,
): Candidate[] {
  return gatherSignals(scores, mentions, broader, (topic) => share[topic]).map(([topic, signals]) => {
    const strength = paper.strengths[topic]!;
    return {
      paper: at,
      topic,
      features: toFeatures(signals).map((value, at) => (used[at] ? value : 0)),
      phrases: [...signals.phrases].flatMap(([phrase, places]) => phrases.numbersOf(topic, phrase, places)),
      strength,
      target: Number(strength > 0),
    };
  });
}

/** Those that bear their topic, asked whether it is core. */
function bearing(candidates: Candidate[]): Example[] {
  return candidates
    .filter(({ strength }) => strength > 0)
    .map((one) => ({ ...one, phrases: [], target: Number(one.strength === 1) }));
}

/** The candidates of a third of the papers, weighed by a combination that did not see them. */
function heldOut(candidates: Candidate[], fold: number, topics: number, phrases: number): Held[] {
  const isHeld = ({ paper }: Candidate) => paper % FOLDS === fold;
  const seen = candidates.filter((one) => !isHeld(one));
  const tag = fitLogistic(seen, topics, phrases);
  const core = fitLogistic(bearing(seen), topics, 0);
  return candidates
    .filter(isHeld)
    .map((one) => ({ ...one, odds: logOdds(one, tag), coreOdds: logOdds({ ...one, phrases: [] }, core) }));
}

/** Log-odds of what would be given at any threshold: a topic is given with its narrower ones, too. */
function withBroader(held: Held[], weighed: Weighed[], broader: number[]): { value: number; isRight: boolean }[] {
  return [...Map.groupBy(held, ({ paper }) => paper)].flatMap(([paper, candidates]) => {
    const odds = new Map(candidates.map((one) => [one.topic, one.odds]));
    for (const { topic, odds: own } of candidates)
      for (const parent of broaderOf(topic, broader)) odds.set(parent, Math.max(own, odds.get(parent) ?? own));
    return [...odds].map(([topic, value]) => ({ value, isRight: weighed[paper]!.paper.strengths[topic]! > 0 }));
  });
}

/** The threshold with the highest sum of F1 of core and F1 of minor, among tags that are given, wrong ones included. */
function bestCoreThreshold(given: Held[]): number {
  const sorted = [...given].sort((a, b) => b.coreOdds - a.coreOdds);
  const all = {
    core: given.filter(({ strength }) => strength === 1).length,
    minor: given.filter(({ strength }) => strength > 0 && strength < 1).length,
  };
  let best = { sum: 0, threshold: 0 };
  let hits = { core: 0, minor: all.minor };
  sorted.forEach(({ coreOdds, strength }, at) => {
    hits = { core: hits.core + Number(strength === 1), minor: hits.minor - Number(strength > 0 && strength < 1) };
    const sum = (2 * hits.core) / (at + 1 + all.core) + (2 * hits.minor) / (sorted.length - at - 1 + all.minor);
    if (sum > best.sum) best = { sum, threshold: coreOdds };
  });
  return best.threshold;
}

/** The threshold with the highest F1, given how many right ones there are in all. */
function bestThreshold(values: { value: number; isRight: boolean }[], right: number): number {
  const sorted = [...values].sort((a, b) => b.value - a.value);
  let hits = 0;
  let best = { f1: 0, threshold: 0 };
  sorted.forEach(({ value, isRight }, at) => {
    hits += Number(isRight);
    const f1 = (2 * hits) / (at + 1 + right);
    if (f1 > best.f1) best = { f1, threshold: (value + (sorted[at + 1]?.value ?? value)) / 2 };
  });
  return best.threshold;
}

/** Numbers for the phrases of each topic, in the order in which they are met, one for each of the places of PhraseWorth. */
class PhraseNumbers {
  private readonly numbers = new Map<string, number>();

  get count(): number {
    return this.numbers.size * WORTHS;
  }

  /** Those of the places where a phrase stands. */
  numbersOf(topic: number, phrase: string, places: boolean[]): number[] {
    const key = `${topic} ${phrase}`;
    const first = (this.numbers.get(key) ?? this.numbers.size) * WORTHS;
    this.numbers.set(key, first / WORTHS);
    return places.flatMap((isThere, place) => (isThere ? [first + place] : []));
  }

  list(): { topic: number; phrase: string; first: number }[] {
    return [...this.numbers].map(([key, number]) => {
      const blank = key.indexOf(' ');
      return { topic: Number(key.slice(0, blank)), phrase: key.slice(blank + 1), first: number * WORTHS };
    });
  }
}

/** By topic and phrase; those that hardly count are left out. */
function worthOfPhrases(phrases: PhraseNumbers, weights: Float64Array, topics: Topic[]): Combination['phrases'] {
  const byTopic = topics.map(({ slug }): [string, Record<string, PhraseWorth>] => [slug, {}]);
  for (const { topic, phrase, first } of phrases.list().sort((a, b) => (a.phrase < b.phrase ? -1 : 1))) {
    const worth = Array.from(weights.slice(first, first + WORTHS), (one) => round(one, 2)) as PhraseWorth;
    if (worth.some((one) => Math.abs(one) >= MIN_WORTH)) byTopic[topic]![1][phrase] = worth;
  }
  return Object.fromEntries(byTopic);
}

function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}
