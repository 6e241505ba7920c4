import type { Topic } from '../../../src/model/topic.ts';
import {
  type Collection,
  combine,
  learnScores,
  OPTIONS,
  type Options,
  type Scores,
} from '../../../src/pipeline/learn/learn-topics.ts';
import type { LabelledPaper } from '../../labelled-papers.ts';
import { judge, type JudgedPaper, judgePlainly } from './judge.ts';

/** A part of the labelled papers, and what was learnt from the others. */
export interface Part {
  held: LabelledPaper[];
  others: LabelledPaper[];
  scores: Scores;
}

/**
 * Most of the time goes into solving for all labelled papers at once, and into fitting weights to those without labels:
 * so parts are learnt from a quarter of the papers that people did not label, and fitted to a third of those without labels.
 * What is shipped is learnt from all.
 */
const OPTIONS_FOR_PARTS: Options = { ...OPTIONS, studyEvery: 3 };
const OTHERS_EVERY = 4;

/** What parts are made of. */
export interface Setting {
  collection: Collection;
  /** Those of the collection, in its order. */
  papers: LabelledPaper[];
  /** Those that people labelled. */
  gold: Set<LabelledPaper>;
  topics: Topic[];
  progress: (step: string) => void;
}

/**
 * Learn as many times as there are parts of the papers drawn as they come, each time from all papers but one part.
 *
 * Those drawn for a topic's sake are always learnt from, and never judged.
 */
export function learnParts(setting: Setting, parts: number): Part[] {
  return Array.from({ length: parts }, (_, part) => {
    setting.progress(`part ${part + 1} of ${parts}`);
    return learnPart(setting, (at) => setting.papers[at]!.isRandom && at % parts === part, OPTIONS_FOR_PARTS);
  });
}

/** The papers of each part, judged by what was learnt from the others. */
export function judgeParts(parts: Part[], topics: Topic[]): JudgedPaper[] {
  return parts.flatMap(({ held, scores }) =>
    judge(held, topics, { weights: scores.weights, combination: combine(scores, topics, OPTIONS.usesFeature) }),
  );
}

/** The same by the plain way, which learns from the papers of a set alone. */
export function judgePartsPlainly(parts: Part[], topics: Topic[], gold: Set<LabelledPaper>): JudgedPaper[] {
  return parts.flatMap(({ held, others }) =>
    judgePlainly(
      others.filter((paper) => gold.has(paper)),
      held,
      topics,
    ),
  );
}

/** One part, judged without one ingredient at a time. The first row is with all of them. */
export function ablate(setting: Setting, part: Part): [name: string, judged: JudgedPaper[]][] {
  const { papers, topics, progress } = setting;
  const isHeld = new Set(part.held);
  const by = (scores: Scores, vocabulary: Topic[], usesFeature: Options['usesFeature'] = OPTIONS.usesFeature) =>
    judge(part.held, vocabulary, { weights: scores.weights, combination: combine(scores, vocabulary, usesFeature) });
  const relearn = (name: string, changed: Partial<Options>): [string, JudgedPaper[]] => {
    progress(name);
    const { scores } = learnPart(setting, (at) => isHeld.has(papers[at]!), { ...OPTIONS_FOR_PARTS, ...changed });
    return [name, by(scores, topics)];
  };
  const unused = (words: string[]) => (name: string) => !words.some((word) => name.includes(word));
  const stripped = (change: Partial<Topic>) => topics.map((topic) => ({ ...topic, ...change }));
  return [
    ['everything', by(part.scores, topics)],
    ['without learnt weights: labels, aliases and definitions alone', judge(part.held, topics, undefined)],
    relearn('without title embedding', { embeddingWeight: 0 }),
    relearn('with half of the weights', { maxWeights: OPTIONS.maxWeights / 2 }),
    ['without aliases', by(part.scores, stripped({ aliases: [] }))],
    ['without hints', by(part.scores, stripped({ hints: [] }))],
    ['without negative cues', by(part.scores, stripped({ negative: [] }))],
    ['without definitions', by(part.scores, stripped({ definition: '' }))],
    ['without broader topics', by(part.scores, stripped({ broader: undefined }))],
    ['without mentions', by(part.scores, topics, unused(['name', 'definition']))],
    ['without the places of mentions', by(part.scores, topics, unused([' in ']))],
    ['without the other topics of a paper', by(part.scores, topics, unused(['rank', 'best', 'total', 'narrower', 'broader']))],
  ];
}

function learnPart({ collection, papers, gold, topics }: Setting, isHeld: (at: number) => boolean, options: Options): Part {
  const isLearntFrom = (at: number): boolean => !isHeld(at) && (gold.has(papers[at]!) || at % OTHERS_EVERY === 0);
  return {
    held: papers.filter((_, at) => isHeld(at)),
    others: papers.filter((_, at) => isLearntFrom(at)),
    scores: learnScores(collection, topics, isLearntFrom, options),
  };
}
