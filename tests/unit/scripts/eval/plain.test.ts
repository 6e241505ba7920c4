import { expect, test } from 'vitest';
import { learnPlainTopics } from '../../../../scripts/eval/topics/plain.ts';

/** Papers on stars, on bread, on both and on neither, each with words of its own beside. */
const papers = Array.from({ length: 60 }, (_, at) => {
  const stars = at % 4 === 0 || at % 4 === 2;
  const bread = at % 4 === 1 || at % 4 === 2;
  return {
    title: `${stars ? 'faint stars' : ''} ${bread ? 'rye bread' : ''}`,
    abstract: `Notes ${at} of things${at % 7} ${stars ? 'seen with a telescope at night' : ''} ${bread ? 'made in an oven of clay' : ''}`,
    topics: new Set([...(stars ? [0] : []), ...(bread ? [1] : [])]),
  };
});

test('topics are learnt from words, and given to papers that were not seen', () => {
  const plain = learnPlainTopics(
    papers,
    papers.map(({ topics }) => topics),
    2,
  );
  const given = plain.give([
    { title: 'A telescope', abstract: 'Faint stars at night.' },
    { title: 'Clay', abstract: 'An oven for rye bread.' },
    { title: 'At night', abstract: 'Faint stars, and rye bread made in an oven of clay, seen with a telescope.' },
    { title: 'Of ships', abstract: 'Ropes and sails.' },
  ]);
  expect(given.map((topics) => [...topics].sort())).toEqual([[0], [1], [0, 1], []]);
});

test('two words side by side can tell what each of them cannot', () => {
  const turned = Array.from({ length: 40 }, (_, at) => ({
    title: at % 2 === 0 ? 'dog bites man' : 'man bites dog',
    abstract: `x${at}`,
  }));
  const plain = learnPlainTopics(
    turned,
    turned.map((_, at) => new Set(at % 2 === 0 ? [0] : [])),
    1,
  );
  const given = plain.give([
    { title: 'dog bites', abstract: '' },
    { title: 'man bites', abstract: '' },
  ]);
  expect(given.map((topics) => topics.size)).toEqual([1, 0]);
});
