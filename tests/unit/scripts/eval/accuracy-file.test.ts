import { expect, test } from 'vitest';
import { putBetweenMarkers, toAccuracy, toTable } from '../../../../scripts/eval/topics/accuracy-file.ts';
import { countErrors, tellingErrors } from '../../../../scripts/eval/topics/errors.ts';
import type { JudgedPaper } from '../../../../scripts/eval/topics/judge.ts';
import { readAccuracy } from '../../../../src/model/accuracy.ts';
import { topic } from '../../topic.ts';

const topics = [
  topic({ slug: 'stars', facet: 'task' }),
  topic({ slug: 'lenses', facet: 'method' }),
  topic({ slug: 'surveys', facet: 'contribution' }),
];

const judged = (title: string, core: string[], minor: string[], derived: [string, 'core' | 'minor'][]): JudgedPaper => ({
  title,
  core: new Set(core),
  minor: new Set(minor),
  derived: new Map(derived),
  evidence: new Map(derived.map(([slug]) => [slug, [`words of ${slug}`]])),
  paper: { id: title, title, abstract: '', strengths: new Float64Array(), isRandom: true },
});
const stars = (title: string, derived: [string, 'core' | 'minor'][]) => judged(title, ['stars'], [], derived);
/** Five papers on stars: three given it, one as minor; one given nothing; one given another topic first. */
const papers = [
  stars('a', [['stars', 'core']]),
  stars('b', [['stars', 'core']]),
  stars('c', [['stars', 'minor']]),
  stars('d', []),
  judged(
    'e',
    ['stars'],
    ['lenses'],
    [
      ['surveys', 'core'],
      ['lenses', 'minor'],
    ],
  ),
];
const set = {
  name: '5 papers',
  judged: papers,
  peers: [['nothing', papers.map((paper) => ({ ...paper, derived: new Map() }))]],
} as const;
const accuracy = toAccuracy(
  '2026-03-13',
  [{ ...set, peers: [...set.peers].map(([name, all]) => [name, [...all]]) }],
  undefined,
  topics,
);

test('figures are by set, strength, facet and topic, and what is written can be read', () => {
  expect(accuracy).toEqual({
    measured: '2026-03-13',
    sets: [
      {
        name: '5 papers',
        papers: 5,
        all: { precision: 0.8, recall: 0.667, f1: 0.727 }, // 4 of 5 given are right; 4 of 6 right ones are given
        core: { precision: 0.667, recall: 0.4, f1: 0.5 }, // 2 of 3; 2 of 5
        minor: { precision: 0.5, recall: 1, f1: 0.667 }, // 1 of 2; 1 of 1
        facets: {
          task: { precision: 1, recall: 0.6, f1: 0.75 },
          method: { precision: 1, recall: 1, f1: 1 },
        },
        topics: { stars: { precision: 1, recall: 0.6, f1: 0.75, papers: 5 } }, // lenses are of one paper alone
        peers: { nothing: { precision: 0, recall: 0, f1: 0 } },
      },
    ],
  });
  expect(readAccuracy(JSON.stringify(accuracy), 'accuracy.json')).toEqual({ output: accuracy, messages: [] });
});

test('the table for the README has a row for each figure, in columns of even width', () => {
  expect(toTable(accuracy)).toMatchInlineSnapshot(`
    "Measured on 2026-03-13, over all pairs of paper and topic:

    | On                      | precision | recall |   F1 |
    | ----------------------- | --------: | -----: | ---: |
    | **5 papers**            |      0.80 |   0.67 | 0.73 |
    | core tags alone         |      0.67 |   0.40 | 0.50 |
    | minor tags alone        |      0.50 |   1.00 | 0.67 |
    | for comparison: nothing |      0.00 |   0.00 | 0.00 |"
  `);
});

test('a table stands between the markers of a README, or nowhere', () => {
  const before = 'A\n\n<!-- accuracy: written by npm run eval:topics -- --write -->\n\nold\n\n<!-- /accuracy -->\n\nB\n';
  const after = putBetweenMarkers(before, 'new');
  expect(after).toBe(before.replace('old', 'new'));
  expect(putBetweenMarkers(after!, 'new')).toBe(after);
  expect(putBetweenMarkers('A\n', 'new')).toBeUndefined();
});

test('the most telling errors are core topics that were missed, and wrong ones that stand first', () => {
  expect(tellingErrors(papers)).toEqual([
    { topic: 'stars', title: 'd', kind: 'missed', instead: [] },
    { topic: 'stars', title: 'e', kind: 'missed', instead: ['surveys', 'lenses'] },
    { topic: 'surveys', title: 'e', kind: 'wrong', instead: ['words of surveys'] },
  ]);
  expect(countErrors(papers)).toEqual([
    { topic: 'stars', missed: 2, wrong: 0 },
    { topic: 'surveys', missed: 0, wrong: 1 },
  ]);
});
