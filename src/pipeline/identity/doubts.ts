import type { VFileMessage } from 'vfile-message';
import { message } from '../../model/messages.ts';
import type { Entry, Paper } from '../../model/paper.ts';
import { COLLECTIVE_DOUBTS, type DoubtId } from '../../model/record.ts';
import type { Staged } from '../../model/staged.ts';
import { textKey } from './keys.ts';
import { NearIndex, sketch } from './near.ts';

/** Two abstracts are near-duplicates when so much of them is the same; shorter ones say too little for that. */
const NEAR_DUPLICATE = 0.7;
const MIN_CHARS = 120;

/** A paper of this run, or an entry that it does not touch. */
interface Neighbour {
  slug: string;
  title: string;
  abstract: string;
  /** Its place among the papers of the run. */
  at?: number;
}

/**
 * Doubt papers that another one is too like: same title with another abstract, or nearly the same abstract.
 *
 * Each pair is reported once, at the later paper; both are doubted. Takes time by the paper, not by the pair.
 */
export function doubtLikePapers(papers: Paper[], entries: Entry[]): Staged<Paper[]> {
  const here = new Set(papers.map(({ slug }) => slug));
  const others: Neighbour[] = entries.filter(({ slug, withdrawn }) => !here.has(slug) && !withdrawn);
  const byTitle = new Map(others.map((other) => [textKey(other.title), other]));
  const byAbstract = new NearIndex<Neighbour>();
  for (const other of others) if (other.abstract.length >= MIN_CHARS) byAbstract.add(other, sketch(other.abstract));

  const collective = new Map<number, Set<DoubtId>>();
  const messages: VFileMessage[] = [];
  for (const [at, { slug, title, abstract, origin }] of papers.entries()) {
    const paper: Neighbour = { slug, title, abstract, at };
    const report = (id: 'same-title' | 'near-duplicate', other: Neighbour) => {
      for (const { at } of [paper, other]) if (at !== undefined) collective.set(at, (collective.get(at) ?? new Set()).add(id));
      messages.push(message(id, { file: origin.dump, line: origin.line }, title, other.title, { slug, other: other.slug }));
    };
    const titleKey = textKey(title);
    const twin = byTitle.get(titleKey);
    if (twin) report('same-title', twin);
    else byTitle.set(titleKey, paper);
    if (abstract.length < MIN_CHARS) continue;
    const of = sketch(abstract);
    const near = byAbstract.nearest(of, NEAR_DUPLICATE, (other) => textKey(other.title) !== titleKey);
    if (near) report('near-duplicate', near);
    byAbstract.add(paper, of);
  }
  const doubtsOf = ({ doubts }: Paper, at: number): DoubtId[] =>
    [...doubts.filter((doubt) => !COLLECTIVE_DOUBTS.includes(doubt)), ...(collective.get(at) ?? [])].sort();
  return { output: papers.map((paper, at) => ({ ...paper, doubts: doubtsOf(paper, at) })), messages };
}
