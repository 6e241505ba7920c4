import { type MessagePort, workerData } from 'node:worker_threads';
import { deriveTopics, prepareTopics, type Words } from '../../src/pipeline/derive-topics.ts';
import type { Vocabulary } from './topic-helper.ts';

const { topics, learned, port } = workerData as Vocabulary & { port: MessagePort };
const model = prepareTopics(topics, learned);

/** Derives topics beside the thread that does all the rest, a batch of papers at a time. */
port.on('message', ({ batch, papers }: { batch: number; papers: Words[] }) => {
  port.postMessage({ batch, outputs: papers.map((paper) => deriveTopics(paper, model).output.topics) });
});
