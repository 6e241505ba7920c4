import type { Accuracy, Scores } from '../../model/accuracy.ts';
import { paths } from '../../model/address.ts';
import { FACETS, type Facet } from '../../model/topic.ts';
import type { Catalogue } from '../catalogue.ts';
import { capitalise } from '../wording.ts';

/** One row of a table of scores. */
export interface ScoreRow {
  label: string;
  scores: Scores;
  /** Sign before the label. */
  facet?: Facet | undefined;
  /** Where the label leads, without the base. */
  path?: string | undefined;
  /** How many of the labelled papers have it. */
  papers?: number | undefined;
}

type LabelledSet = Accuracy['sets'][number];

/** All tags of a set of papers, core and minor apart, then the simpler methods that were measured beside. */
export function scoresInAll({ all, core, minor, peers }: LabelledSet): ScoreRow[] {
  return [
    { label: 'All tags', scores: all },
    ...(core ? [{ label: 'Core tags alone', scores: core }] : []),
    ...(minor ? [{ label: 'Minor tags alone', scores: minor }] : []),
    ...Object.entries(peers).map(([name, scores]) => ({ label: `For comparison: ${name}`, scores })),
  ];
}

/** The set with the most papers: figures by facet and topic are least left to chance there. */
export function largestSet(accuracy: Accuracy | undefined): LabelledSet | undefined {
  return accuracy?.sets.reduce((largest, set) => (set.papers > largest.papers ? set : largest));
}

/** What one part after the other is worth. */
export function scoresWithout(accuracy: Accuracy | undefined): ScoreRow[] {
  return (accuracy?.ablation?.rows ?? []).map(({ name, ...scores }) => ({ label: capitalise(name), scores }));
}

/** Facets that were measured, in their order. */
export function scoresByFacet({ facets }: LabelledSet): ScoreRow[] {
  return FACETS.flatMap((facet) => {
    const scores = facets[facet];
    return scores ? [{ label: capitalise(facet), facet, scores }] : [];
  });
}

/** Topics that were measured, those that most labelled papers have first. One that no paper has here has no link. */
export function scoresByTopic({ topics }: LabelledSet, catalogue: Catalogue): ScoreRow[] {
  const known = new Map(catalogue.topics.map((topic) => [topic.slug, topic]));
  const rows = Object.entries(topics).map(([slug, { papers, ...scores }]): ScoreRow => {
    const topic = known.get(slug);
    const path = topic && paths.topic(slug);
    return { label: topic?.label ?? capitalise(slug.replaceAll('-', ' ')), facet: topic?.facet, path, papers, scores };
  });
  return rows.sort((a, b) => (b.papers ?? 0) - (a.papers ?? 0) || a.label.localeCompare(b.label, 'en'));
}
