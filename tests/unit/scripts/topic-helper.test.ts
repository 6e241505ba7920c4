import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readTopics } from '../../../scripts/content-folder.ts';
import { TopicHelper } from '../../../scripts/import/topic-helper.ts';
import { readLearned } from '../../../scripts/learned-folder.ts';
import { deriveTopics, prepareTopics } from '../../../src/pipeline/derive-topics.ts';

test('the thread beside the import derives what the import would', async () => {
  const vocabulary = { topics: readTopics('content').output, learned: readLearned('content') };
  const model = prepareTopics(vocabulary.topics, vocabulary.learned);
  const batches = [
    [{ title: 'Graph neural networks for molecules', abstract: 'We propose a graph neural network.' }],
    [
      { title: 'A survey of pruning', abstract: 'We review the pruning of networks.' },
      { title: '深層学習', abstract: '' },
    ],
  ];
  const helper = new TopicHelper(vocabulary);
  try {
    for (const [batch, papers] of batches.entries()) helper.give(batch, papers);
    const done: ReturnType<TopicHelper['takeDone']> = [];
    for (let waitedMs = 0; done.length < batches.length && waitedMs < 20_000; waitedMs += 20) {
      await setTimeout(20);
      done.push(...helper.takeDone());
    }
    expect(done).toEqual(
      batches.map((papers, batch) => ({ batch, outputs: papers.map((paper) => deriveTopics(paper, model).output.topics) })),
    );
    expect(done.flatMap(({ outputs }) => outputs.flat())).not.toEqual([]);
  } finally {
    helper.close();
  }
});
