import type { PageTag } from '../paper-page.ts';
import { findMarks, numberEvidence } from './find-marks.ts';
import { withCommas, type Linked } from '../wording.ts';
import type { PlacedMark } from './rehype-mark-evidence.ts';

/** A topic of a paper and why it has it. */
export interface TopicWithWords {
  tag: PageTag;
  /** `core method: title, “deep networks”`, in pieces: quoted words link to where they stand. */
  words: Linked[];
}

/** A piece of a title, with the numbers of the topics that it earned. */
export interface NumberedPiece {
  text: string;
  n: number[];
}

/** What is needed of a paper to tell why it has its topics. */
interface Tagged {
  title: string;
  tags: PageTag[];
}

/** The topics of a paper, each with the reasons that its page shows. */
export function topicsWithWords(paper: Tagged, marks: PlacedMark[]): TopicWithWords[] {
  const inTitle = new Set(findMarks(paper.title, numberEvidence(paper.tags)).flatMap((mark) => mark.n));
  return paper.tags.map((tag) => {
    const reasons: Linked[] = [
      ...(inTitle.has(tag.n) ? [{ text: 'title' }] : []),
      ...marks.filter((mark) => mark.n.includes(tag.n)).map((mark) => ({ text: `“${mark.words}”`, href: `#${mark.id}` })),
      ...(tag.byPerson ? [{ text: 'given by hand' }] : []),
      ...narrowerTopics(paper, tag),
    ];
    const kind = tag.strength === 'core' ? `core ${tag.topic.facet}` : tag.topic.facet;
    return { tag, words: [{ text: reasons.length === 0 ? kind : `${kind}: ` }, ...withCommas(reasons)] };
  });
}

/** The title in pieces, so that each can be marked with the topics that it earned. */
export function markedTitle(paper: { title: string; tags: { n: number; evidence: string[] }[] }): NumberedPiece[] {
  const marks = findMarks(paper.title, numberEvidence(paper.tags));
  const pieces = marks.flatMap((mark, index): NumberedPiece[] => [
    { text: paper.title.slice(marks[index - 1]?.end ?? 0, mark.start), n: [] },
    { text: paper.title.slice(mark.start, mark.end), n: mark.n },
  ]);
  return [...pieces, { text: paper.title.slice(marks.at(-1)?.end ?? 0), n: [] }].filter((piece) => piece.text !== '');
}

/** A topic without words of its own is there for a narrower one. */
function narrowerTopics(paper: Tagged, tag: PageTag): { text: string; href: string }[] {
  if (tag.evidence.length > 0 || tag.byPerson) return [];
  const narrower = paper.tags.filter((other) => other.topic.broader === tag.topic.slug);
  return narrower.map((other) => ({ text: other.topic.label, href: `#t${other.n}` }));
}
