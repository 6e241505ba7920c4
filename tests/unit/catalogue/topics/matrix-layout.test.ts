import { expect, test } from 'vitest';
import { topicMatrix } from '../../../../src/catalogue/topics/co-occurrence.ts';
import { layOutMatrix } from '../../../../src/catalogue/topics/matrix-layout.ts';
import { catalogueOf, core, entry } from '../papers.ts';

/** So many papers that have both topics. */
const both = (count: number, a: string, b: string) =>
  Array.from({ length: count }, (_, index) => entry({ slug: `${a}-${b}-${index}`, topics: [core(a), core(b)] }));

test('a dot stands left of its row and below its column, and its area is the number of papers', () => {
  const layout = layOutMatrix(topicMatrix(catalogueOf([...both(4, 'x', 'y'), ...both(1, 'y', 'z'), ...both(1, 'z', 'x')])));
  const rows = layout.labels.map(({ y }) => Math.floor(y / 20));
  expect(rows).toEqual([0, 1, 2]);
  expect(layout.height).toBe(60);
  for (const { x, y } of layout.dots) expect(x).toBeLessThan(y);
  const radii = layout.dots.map(({ radius }) => radius).sort((a, b) => a - b);
  expect(radii).toEqual([2.9, 2.9, 5.8]);
});

test('the largest dot stays within its cell, and the smallest is still seen', () => {
  const layout = layOutMatrix(topicMatrix(catalogueOf([...both(400, 'x', 'y'), ...both(2, 'y', 'z')])));
  const radii = layout.dots.map(({ radius }) => radius).sort((a, b) => a - b);
  expect(radii).toEqual([0.8, 9]);
});

test('a label ends within the drawing', () => {
  const { labels, width } = layOutMatrix(topicMatrix(catalogueOf(both(2, 'a-topic-with-a-very-long-name', 'y'))));
  for (const { x, topic } of labels) expect(width).toBeGreaterThan(x + topic.label.length * 6.5);
});
