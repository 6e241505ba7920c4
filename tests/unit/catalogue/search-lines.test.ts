import { expect, test } from 'vitest';
import { readSearchLines, writeSearchLines } from '../../../src/catalogue/search-lines.ts';
import { toSearchablePaper } from '../../../src/catalogue/search-record.ts';
import { catalogueOf, core, entry, minor, topic } from './papers.ts';

test('what is to be indexed reads back as it was, names of topics and line breaks too', () => {
  const entries = [
    entry({ slug: 'a', title: 'Two\u2028lines', abstract: 'One.\n\nTwo.', topics: [core('nlp'), minor('surveys')] }),
    entry({ slug: 'b', topics: [minor('nlp')], year: 2020 }),
    entry({ slug: 'c', topics: [] }),
  ];
  const { papers } = catalogueOf(entries, [topic({ slug: 'nlp', aliases: ['text\nmining'] }), topic({ slug: 'surveys' })]);
  const text = [...writeSearchLines(papers)].join('');
  expect(readSearchLines(Buffer.from(text))).toEqual({
    topics: [
      { slug: 'nlp', names: ['nlp', 'text\nmining'] },
      { slug: 'surveys', names: ['surveys'] },
    ],
    papers: papers.map(toSearchablePaper),
  });
  expect(text.match(/mining/g)).toHaveLength(1);
});

test('a catalogue without papers reads back as one', () => {
  expect(readSearchLines(Buffer.from([...writeSearchLines([])].join('')))).toEqual({ topics: [], papers: [] });
});
