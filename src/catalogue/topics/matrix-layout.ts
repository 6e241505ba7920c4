import type { ListedTopic } from '../catalogue.ts';
import { paperCount } from '../catalogue.ts';
import type { TopicMatrix } from './co-occurrence.ts';

/** A matrix of topics as a drawing, in units of the SVG: the labels run down its stair, so that none is turned. */
export interface MatrixLayout {
  width: number;
  height: number;
  /** Path data of the hair lines that lead from a label left and from its column down. */
  lines: string[];
  dots: { x: number; y: number; radius: number; title: string }[];
  labels: { x: number; y: number; topic: ListedTopic }[];
}

const CELL = 20;
/** Radius of a dot for one paper, and the largest that leaves its neighbours free. */
const ONE_PAPER_RADIUS = 2.9;
const MAX_RADIUS = 9;
/** Of a letter of 13 px in the system's sans, a little more than on average. */
const CHAR_WIDTH = 7;

/** Set a matrix out as a triangle; the area of a dot is the number of papers. */
export function layOutMatrix({ topics, cells }: TopicMatrix): MatrixLayout {
  const height = topics.length * CELL;
  const middle = (place: number) => place * CELL + CELL / 2;
  const most = Math.max(1, ...cells.map(({ papers }) => papers));
  const unit = Math.min(ONE_PAPER_RADIUS, MAX_RADIUS / Math.sqrt(most));
  return {
    width: Math.max(
      ...topics.map((topic, row) => row * CELL + CHAR_WIDTH * (topic.label.length + 1 + String(paperCount(topic)).length)),
    ),
    height,
    lines: [
      ...topics.slice(1).map((_, row) => `M0 ${middle(row + 1)}H${(row + 1) * CELL - 2}`),
      ...topics.slice(1).map((_, column) => `M${middle(column)} ${column * CELL + 22}V${height}`),
    ],
    dots: cells.map(({ row, column, papers }) => ({
      x: middle(column),
      y: middle(row),
      radius: Math.max(0.8, Math.round(unit * Math.sqrt(papers) * 10) / 10),
      title: `${topics[row]?.label} and ${topics[column]?.label}: ${papers}`,
    })),
    labels: topics.map((topic, row) => ({ x: row * CELL + 2, y: row * CELL + 14.5, topic })),
  };
}
