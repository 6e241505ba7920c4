import type { Topic } from '../../model/topic.ts';
import type { Learned } from '../evidence/learned.ts';
import { findMentions, preparePhrases } from '../evidence/mentions.ts';
import { readText } from '../evidence/text.ts';
import { numberWords, WordNumbers } from '../evidence/word-numbers.ts';
import { learnCombination } from './combination.ts';
import { buildLexicon, countTerms, type Lexicon, rarityVectors, scoringVectors, type Titled } from './corpus.ts';
import type { Labelled } from './labelled.ts';
import { type DenseMatrix, pickDenseRows, pickRows, type SparseMatrix } from './sparse.ts';
import { type Student, study } from './student.ts';
import { askTeacher, teach } from './teacher.ts';
import { embedPapers, learnTitleEmbedding } from './title-embedding.ts';

/** What learning may do without: each is left out in turn by `npm run eval:topics`, to see what it is worth. */
export interface Options {
  /** How much the title embedding weighs beside terms. */
  embeddingWeight: number;
  /** How many weights are kept over all topics: some 6 bytes each in the file. */
  maxWeights: number;
  /** Of the papers without labels, those that weights are fitted to: one in so many. */
  studyEvery: number;
  /** Whether the combination may use a feature, by its name. */
  usesFeature: (name: string) => boolean;
}

export const OPTIONS: Options = {
  embeddingWeight: 0.5,
  maxWeights: 215_000,
  studyEvery: 1,
  usesFeature: () => true,
};

/** A term that fewer papers use is not learnt from; the title embedding asks for more, for time's sake. */
const MIN_PAPERS = 8;
const MIN_PAPERS_TO_EMBED = 20;
const DIMENSIONS = 400;

/** Called at the start of each step, with its name. */
export type Progress = (step: string) => void;

/** All papers as vectors, those with labels first. Nothing here has seen a label. */
export interface Collection {
  labelled: Labelled[];
  lexicon: Lexicon;
  terms: SparseMatrix;
  scoring: SparseMatrix;
  places: DenseMatrix;
}

/**
 * Learn from labelled papers, and from many more without labels, how much each term speaks for each topic.
 *
 * A teacher of terms and title embedding learns from the labels; a student of terms alone learns the teacher's scores
 * on all papers, so that what is shipped can be read; a combination learns to weigh scores with mentions.
 *
 * @param unlabelled  May be empty; then the labelled papers serve.
 */
export function learnTopics(labelled: Labelled[], unlabelled: Titled[], topics: Topic[], progress: Progress = () => {}): Learned {
  const collection = gatherCollection(labelled, unlabelled, progress);
  return learnFrom(collection, topics, () => true, OPTIONS, progress);
}

export function gatherCollection(labelled: Labelled[], unlabelled: Titled[], progress: Progress = () => {}): Collection {
  progress('counting terms');
  const counts = [...labelled, ...unlabelled].map(countTerms);
  const atMost = Math.ceil(counts.length / 1000) + 1;
  const lexicon = buildLexicon(counts, Math.min(MIN_PAPERS, atMost));
  const common = buildLexicon(counts, Math.min(MIN_PAPERS_TO_EMBED, atMost));
  const all = counts.map((count) => count.all);
  const abstracts = rarityVectors(
    counts.map((count) => count.abstract),
    common,
  );
  const titles = rarityVectors(
    counts.map((count) => count.title),
    common,
  );
  progress('learning what abstracts say about titles');
  const embedding = learnTitleEmbedding(abstracts, titles, Math.min(DIMENSIONS, labelled.length));
  return {
    labelled,
    lexicon,
    terms: rarityVectors(all, lexicon),
    scoring: scoringVectors(all, lexicon),
    places: embedPapers(abstracts, titles, embedding),
  };
}

/** Learn from those labelled papers for which `isLearntFrom` holds; the others are as if they were not there. */
export function learnFrom(
  collection: Collection,
  topics: Topic[],
  isLearntFrom: (paper: number) => boolean,
  options: Options,
  progress: Progress = () => {},
): Learned {
  const learnt = learnScores(collection, topics, isLearntFrom, options, progress);
  progress('combining');
  return { weights: learnt.weights, combination: combine(learnt, topics, options.usesFeature) };
}

/** The first half of learning: what terms speak for, and how each paper that was learnt from scores where it was not. */
export interface Scores {
  papers: Labelled[];
  weights: Learned['weights'];
  /** papers × topics, by a teacher that did not see the paper: the combination is to weigh papers that no one has seen. */
  leftOut: Float64Array;
}

export function learnScores(
  { labelled, lexicon, terms, scoring, places }: Collection,
  topics: Topic[],
  isLearntFrom: (paper: number) => boolean,
  options: Options,
  progress: Progress = () => {},
): Scores {
  const rows = labelled.map((_, row) => row).filter(isLearntFrom);
  const papers = rows.map((row) => labelled[row]!);
  progress('teaching');
  const targets = Float64Array.from(papers.flatMap(({ strengths }) => [...strengths]));
  const teacher = teach(pickRows(terms, rows), pickDenseRows(places, rows), targets, options.embeddingWeight);
  progress('studying');
  const unlabelled = Array.from({ length: terms.rows - labelled.length }, (_, at) => labelled.length + at);
  const all = [...rows, ...unlabelled.filter((_, at) => at % options.studyEvery === 0)];
  const scores = askTeacher(pickRows(terms, all), pickDenseRows(places, all), teacher);
  const student = study(pickRows(scoring, all), scores, options.maxWeights);
  return { papers, weights: toWeights(student, lexicon, topics), leftOut: teacher.leftOut };
}

/** The second half: how scores, mentions and the company of other topics are weighed together. */
export function combine(
  { papers, leftOut }: Scores,
  topics: Topic[],
  usesFeature: Options['usesFeature'],
): Learned['combination'] {
  const words = new WordNumbers();
  const phrases = preparePhrases(topics, words);
  const weighed = papers.map((paper, at) => ({
    paper,
    scores: leftOut.slice(at * topics.length, (at + 1) * topics.length),
    mentions: findMentions(numberWords(readText(paper.title, paper.abstract), words), phrases).mentions,
  }));
  return learnCombination(weighed, topics, shares(papers, topics.length), usesFeature);
}

function toWeights({ weights, base }: Student, { terms, rarity }: Lexicon, topics: Topic[]): Learned['weights'] {
  const rows: Record<string, number[]> = {};
  terms.forEach((term, number) => {
    const row: number[] = [];
    for (let topic = 0; topic < topics.length; topic++) {
      const weight = Math.round(100 * weights.value[number * topics.length + topic]! * rarity[number]!);
      if (weight !== 0) row.push(topic, weight);
    }
    if (row.length > 0) rows[term] = row;
  });
  return {
    version: 1,
    topics: topics.map(({ slug }) => slug),
    base: Array.from(base, (value) => Number(value.toFixed(4))),
    terms: rows,
  };
}

/** Share of the papers drawn as they come that bear each topic. */
function shares(papers: Labelled[], topics: number): Float64Array {
  const usual = papers.filter((paper) => paper.isRandom);
  return Float64Array.from(
    { length: topics },
    (_, topic) => usual.filter(({ strengths }) => strengths[topic]! > 0).length / Math.max(1, usual.length),
  );
}
