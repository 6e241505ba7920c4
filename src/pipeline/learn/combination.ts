import type { Topic } from '../../model/topic.ts';
import { numberBroader } from '../evidence/broader.ts';
import { FEATURES, toFeatures } from '../evidence/features.ts';
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

const FOLDS = 5;

/** Learn how to weigh scores, mentions and the company of other topics; the threshold from papers that each fifth of it did not see. */
export function learnCombination(weighed: Weighed[], topics: Topic[], share: Float64Array): Combination {
  const broader = numberBroader(topics);
  const candidates = weighed.flatMap((one, paper) => candidatesOf(one, paper, broader, share));
  const tag = fitLogistic(candidates, topics.length);
  const core = fitLogistic(bearing(candidates), topics.length);
  const held = Array.from({ length: FOLDS }, (_, fold) => heldOut(candidates, fold, topics.length)).flat();
  const isUsual = (paper: number) => weighed[paper]!.paper.isRandom;
  const labels = weighed.reduce(
    (sum, { paper }) => sum + (paper.isRandom ? paper.strengths.filter((strength) => strength > 0).length : 0),
    0,
  );
  const usual = held.filter(({ paper }) => isUsual(paper));
  return {
    version: 1,
    share: Object.fromEntries(topics.map(({ slug }, topic) => [slug, round(share[topic]!, 4)])),
    features: Object.fromEntries(
      FEATURES.map((name, at) => [name, { tag: round(tag.weights[at]!), core: round(core.weights[at]!) }]),
    ),
    topics: Object.fromEntries(
      topics.map(({ slug }, topic) => [slug, { tag: round(tag.offsets[topic]!), core: round(core.offsets[topic]!) }]),
    ),
    threshold: round(
      bestThreshold(
        usual.map(({ odds, strength }) => ({ value: odds, isRight: strength > 0 })),
        labels,
      ),
    ),
  };
}

function candidatesOf({ paper, scores, mentions }: Weighed, at: number, broader: number[], share: Float64Array): Candidate[] {
  return gatherSignals(scores, mentions, broader, (topic) => share[topic]).map(([topic, signals]) => {
    const strength = paper.strengths[topic]!;
    return { paper: at, topic, features: toFeatures(signals), strength, target: Number(strength > 0) };
  });
}

/** Those that bear their topic, asked whether it is core. */
function bearing(candidates: Candidate[]): Example[] {
  return candidates.filter(({ strength }) => strength > 0).map((one) => ({ ...one, target: Number(one.strength === 1) }));
}

/** The candidates of a fifth of the papers, weighed by a combination that did not see them. */
function heldOut(candidates: Candidate[], fold: number, topics: number): (Candidate & { odds: number })[] {
  const isHeld = ({ paper }: Candidate) => paper % FOLDS === fold;
  const tag = fitLogistic(
    candidates.filter((one) => !isHeld(one)),
    topics,
  );
  return candidates.filter(isHeld).map((one) => ({ ...one, odds: logOdds(one, tag) }));
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

function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}
