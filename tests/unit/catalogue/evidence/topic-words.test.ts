import { describe, expect, test } from 'vitest';
import { markedTitle, topicsWithWords } from '../../../../src/catalogue/evidence/topic-words.ts';
import { toPageTag } from '../../../../src/catalogue/paper-page.ts';
import { catalogueOf, core, entry, minor, topic } from '../papers.ts';
import type { Entry } from '../../../../src/model/paper.ts';
import type { Topic } from '../../../../src/model/topic.ts';

function paperOf(given: Partial<Entry>, topics: Topic[] = []) {
  const [paper] = catalogueOf([entry({ slug: 'a', ...given })], topics).papers;
  if (!paper) throw new Error('No paper.');
  return paper;
}

const linesOf = (paper: ReturnType<typeof paperOf>, marks: Parameters<typeof topicsWithWords>[1]) =>
  topicsWithWords({ title: paper.title, tags: paper.tags.map(toPageTag) }, marks).map(({ words }) =>
    words.map(({ text, href }) => (href === undefined ? text : `${text}<${href}>`)).join(''),
  );

describe('a topic and its words', () => {
  test('say strength, facet, title, and the words of the abstract with a link each', () => {
    const paper = paperOf({ title: 'Deep Nets', topics: [core('deep', 'Deep', 'deeper'), minor('nets', 'deeper nets')] });
    const marks = [{ id: 'w1', n: [1, 2], words: 'deeper nets' }];
    expect(linesOf(paper, marks)).toEqual(['core method: title, “deeper nets”<#w1>', 'method: “deeper nets”<#w1>']);
  });

  test('say that a person gave it', () => {
    const paper = paperOf({ topics: [{ slug: 'deep', strength: 'core', evidence: [], by: 'person' }] });
    expect(linesOf(paper, [])).toEqual(['core method: given by hand']);
  });

  test('of a broader topic name the narrower one', () => {
    const topics = [topic({ slug: 'pruning', label: 'Pruning', broader: 'compression' }), topic({ slug: 'compression' })];
    expect(linesOf(paperOf({ topics: [core('compression'), core('pruning', 'prune')] }, topics), [])).toEqual([
      'core method: Pruning<#t2>',
      'core method',
    ]);
  });
});

test('the title is in pieces, those that earned a topic with its number', () => {
  const paper = paperOf({
    title: 'Wide Attention for Transformers?',
    topics: [core('transformers', 'Transformers'), core('wide', 'Wide Attention', 'Wide')],
  });
  expect(markedTitle(paper)).toEqual([
    { text: 'Wide Attention', n: [2] },
    { text: ' for ', n: [] },
    { text: 'Transformers', n: [1] },
    { text: '?', n: [] },
  ]);
});
