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

/** Most of the time goes into fitting weights to papers without labels: a third of them, so that all parts are done in good time. */
const OPTIONS_FOR_PARTS: Options = { ...OPTIONS, studyEvery: 3 };

/**
 * Learn as many times as there are parts of the papers drawn as they come, each time from all papers but one part.
 *
 * @param papers  Those of the collection, in its order. Those drawn for a topic's sake are always learnt from, and never judged.
 */
export function learnParts(
  collection: Collection,
  papers: LabelledPaper[],
  topics: Topic[],
  parts: number,
  progress: (step: string) => void,
): Part[] {
  return Array.from({ length: parts }, (_, part) => {
    progress(`part ${part + 1} of ${parts}`);
    return learnPart(collection, papers, topics, (at) => papers[at]!.isRandom && at % parts === part, OPTIONS_FOR_PARTS);
  });
}

/** The papers of each part, judged by what was learnt from the others. */
export function judgeParts(parts: Part[], topics: Topic[]): JudgedPaper[] {
  return parts.flatMap(({ held, scores }) =>
    judge(held, topics, { weights: scores.weights, combination: combine(scores, topics, OPTIONS.usesFeature) }),
  );
}

/** The same by the plain way. */
export function judgePartsPlainly(parts: Part[], topics: Topic[]): JudgedPaper[] {
  return parts.flatMap(({ held, others }) => judgePlainly(others, held, topics));
}

/** One part, judged without one ingredient at a time. The first row is with all of them. */
export function ablate(
  collection: Collection,
  papers: LabelledPaper[],
  topics: Topic[],
  part: Part,
  progress: (step: string) => void,
): [name: string, judged: JudgedPaper[]][] {
  const isHeld = new Set(part.held);
  const by = (scores: Scores, vocabulary: Topic[], usesFeature: Options['usesFeature'] = OPTIONS.usesFeature) =>
    judge(part.held, vocabulary, { weights: scores.weights, combination: combine(scores, vocabulary, usesFeature) });
  const relearn = (name: string, changed: Partial<Options>): [string, JudgedPaper[]] => {
    progress(name);
    const isOfPart = (at: number) => isHeld.has(papers[at]!);
    const { scores } = learnPart(collection, papers, topics, isOfPart, { ...OPTIONS_FOR_PARTS, ...changed });
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
    ['without negative cues', by(part.scores, stripped({ negative: [] }))],
    ['without definitions', by(part.scores, stripped({ definition: '' }))],
    ['without broader topics', by(part.scores, stripped({ broader: undefined }))],
    ['without mentions', by(part.scores, topics, unused(['name', 'definition']))],
    ['without the places of mentions', by(part.scores, topics, unused([' in ']))],
    ['without the other topics of a paper', by(part.scores, topics, unused(['rank', 'best', 'total', 'narrower', 'broader']))],
  ];
}

function learnPart(
  collection: Collection,
  papers: LabelledPaper[],
  topics: Topic[],
  isHeld: (at: number) => boolean,
  options: Options,
): Part {
  return {
    held: papers.filter((_, at) => isHeld(at)),
    others: papers.filter((_, at) => !isHeld(at)),
    scores: learnScores(collection, topics, (at) => !isHeld(at), options),
  };
}
