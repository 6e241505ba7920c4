import { expect, test } from 'vitest';
import { relatedRows } from '../../../../src/catalogue/lists/list-row.ts';
import { catalogueOf, core, entry } from '../papers.ts';

test('a related paper is shown with what it shares, and not at all where that is nothing to tell', () => {
  const { papers } = catalogueOf(['a', 'b', 'c'].map((slug) => entry({ slug, topics: [core('nlp')] })));
  const reasons = [
    { topics: ['nlp'], words: [] },
    { topics: [], words: ['voice', 'breath'] },
    { topics: [], words: [] },
  ];
  const rows = relatedRows(papers.map((paper, i) => ({ paper, reasons: { slug: paper.slug, ...reasons[i]! } })));
  expect(rows.map(({ path, before, tags, after }) => [path, before.length, tags.length, after[0]?.text])).toEqual([
    ['papers/a/', 1, 1, undefined],
    ['papers/b/', 0, 0, 'both say “voice”, “breath”'],
  ]);
});
