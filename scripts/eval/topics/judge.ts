import type { Topic } from '../../../src/model/topic.ts';
import { deriveTopics, prepareTopics } from '../../../src/pipeline/derive-topics.ts';
import type { Learned } from '../../../src/pipeline/evidence/learned.ts';
import { foreignLanguage } from '../../../src/pipeline/language.ts';
import type { LabelledPaper } from '../../labelled-papers.ts';
import type { Judged } from './measures.ts';
import { learnPlainTopics } from './plain.ts';

/** A labelled paper with the tags that a way of giving them gave. */
export interface JudgedPaper extends Judged {
  paper: LabelledPaper;
  title: string;
  /** By topic, the words that earned it. */
  evidence: Map<string, string[]>;
}

/** Tags as an import would give them. @param learned  Undefined for labels, aliases and definitions alone. */
export function judge(papers: LabelledPaper[], topics: Topic[], learned: Learned | undefined): JudgedPaper[] {
  const model = prepareTopics(topics, learned);
  return papers.map((paper) => {
    const language = foreignLanguage(paper.abstract || paper.title);
    const tags = deriveTopics({ ...paper, language }, model).output.topics;
    return {
      ...given(paper, topics),
      derived: new Map(tags.map(({ slug, strength }) => [slug, strength === 'core' ? 'core' : 'minor'])),
      evidence: new Map(tags.map(({ slug, evidence }) => [slug, evidence])),
    };
  });
}

/** Tags by the plain way, learnt from some papers and given to others. It knows no core and minor: all are core. */
export function judgePlainly(from: LabelledPaper[], papers: LabelledPaper[], topics: Topic[]): JudgedPaper[] {
  const targets = from.map(({ strengths }) => new Set(topics.map((_, topic) => topic).filter((topic) => strengths[topic]! > 0)));
  const isUsual = from.map(({ isRandom }) => isRandom);
  const tags = learnPlainTopics(from, targets, topics.length, isUsual).give(papers);
  return papers.map((paper, at) => ({
    ...given(paper, topics),
    derived: new Map([...tags[at]!].map((topic) => [topics[topic]!.slug, 'core'])),
    evidence: new Map(),
  }));
}

/** Milliseconds of processor time that a paper's topics take, once the engine is warm. */
export function measureMsAPaper(papers: LabelledPaper[], topics: Topic[], learned: Learned | undefined): number {
  const model = prepareTopics(topics, learned);
  const derive = (): void => papers.forEach((paper) => void deriveTopics(paper, model));
  derive();
  const start = process.cpuUsage();
  derive();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / papers.length;
}

function given(paper: LabelledPaper, topics: Topic[]): Pick<JudgedPaper, 'paper' | 'title' | 'core' | 'minor'> {
  const slugs = (isIn: (strength: number) => boolean) =>
    new Set(topics.filter((_, topic) => isIn(paper.strengths[topic]!)).map(({ slug }) => slug));
  return {
    paper,
    title: paper.title,
    core: slugs((strength) => strength === 1),
    minor: slugs((strength) => strength > 0 && strength < 1),
  };
}
