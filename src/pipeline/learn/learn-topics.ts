import type { Topic } from '../../model/topic.ts';
import type { Learned } from '../evidence/learned.ts';
import { findMentions, preparePhrases } from '../evidence/mentions.ts';
import { readText } from '../evidence/text.ts';
import { learnCombination, type Weighed } from './combination.ts';
import { buildLexicon, countTerms, type Lexicon, rarityVectors, scoringVectors, type Titled } from './corpus.ts';
import type { Labelled } from './labelled.ts';
import { type Student, study } from './student.ts';
import { askTeacher, teach } from './teacher.ts';
import { embedPapers, learnTitleEmbedding } from './title-embedding.ts';

/** Sizes: what fits 2 MB and a quarter of an hour. */
const SIZES = { minPapers: 20, dimensions: 320, weights: 200_000 };

/** Called at the start of each step, with its name. */
export type Progress = (step: string) => void;

/**
 * Learn from labelled papers, and from many more without labels, how much each term speaks for each topic.
 *
 * A teacher of terms and title embedding learns from the labels; a student of terms alone learns the teacher's scores
 * on all papers, so that what is shipped can be read; a combination learns to weigh scores with mentions.
 *
 * @param unlabelled  May be empty; then the labelled papers serve.
 */
export function learnTopics(labelled: Labelled[], unlabelled: Titled[], topics: Topic[], progress: Progress = () => {}): Learned {
  progress('counting terms');
  const counts = [...labelled, ...unlabelled].map(countTerms);
  const lexicon = buildLexicon(counts, Math.min(SIZES.minPapers, Math.ceil(counts.length / 1000) + 1));
  const all = counts.map((count) => count.all);
  const abstracts = rarityVectors(
    counts.map((count) => count.abstract),
    lexicon,
  );
  const titles = rarityVectors(
    counts.map((count) => count.title),
    lexicon,
  );
  progress('learning what abstracts say about titles');
  const places = embedPapers(
    abstracts,
    titles,
    learnTitleEmbedding(abstracts, titles, Math.min(SIZES.dimensions, labelled.length)),
  );
  progress('teaching');
  const terms = rarityVectors(all, lexicon);
  const targets = Float64Array.from(labelled.flatMap(({ strengths }) => [...strengths]));
  const teacher = teach(firstRows(terms, labelled.length), firstRows(places, labelled.length), targets);
  progress('studying');
  const scores = askTeacher(terms, places, teacher);
  const student = study(scoringVectors(all, lexicon), scores, SIZES.weights);
  const weights = toWeights(student, lexicon, topics);
  progress('combining');
  const combination = learnCombination(weigh(labelled, teacher.leftOut, topics), topics, shares(labelled, topics.length));
  return { weights, combination };
}

/** What the combination sees of a labelled paper: mentions, and the scores of a teacher that did not see it. */
function weigh(labelled: Labelled[], leftOut: Float64Array, topics: Topic[]): Weighed[] {
  const phrases = preparePhrases(topics);
  return labelled.map((paper, at) => {
    const { mentions } = findMentions(readText(paper.title, paper.abstract), phrases);
    return { paper, mentions, scores: leftOut.slice(at * topics.length, (at + 1) * topics.length) };
  });
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
function shares(labelled: Labelled[], topics: number): Float64Array {
  const usual = labelled.filter((paper) => paper.isRandom);
  return Float64Array.from(
    { length: topics },
    (_, topic) => usual.filter(({ strengths }) => strengths[topic]! > 0).length / Math.max(1, usual.length),
  );
}

function firstRows<M extends { rows: number; columns: number; value: Float32Array; start?: Int32Array }>(
  matrix: M,
  rows: number,
): M {
  return matrix.start ? { ...matrix, rows } : { ...matrix, rows, value: matrix.value.subarray(0, rows * matrix.columns) };
}
