import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Tag } from '../../src/model/tag.ts';
import type { Topic } from '../../src/model/topic.ts';
import type { Words } from '../../src/pipeline/derive-topics.ts';
import type { Learned } from '../../src/pipeline/evidence/learned.ts';
import type { Helper } from '../../src/pipeline/share-work.ts';

/** What the thread is begun with; it makes its own model of both. */
export interface Vocabulary {
  topics: Topic[];
  learned: Learned | undefined;
}

/** Derives topics in a thread of its own: that takes half of an import. */
export class TopicHelper implements Helper<Words, Tag[]> {
  readonly #port;
  readonly #worker;

  constructor(vocabulary: Vocabulary) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#worker = new Worker(join(import.meta.dirname, 'topic-helper-worker.ts'), {
      workerData: { ...vocabulary, port: port2 },
      transferList: [port2],
    });
    // What it does not do is done without it.
    this.#worker.on('error', () => {});
    this.#worker.unref();
  }

  give(batch: number, papers: Words[]): void {
    this.#port.postMessage({
      batch,
      papers: papers.map(({ title, abstract, language }): Words => ({ title, abstract, language })),
    });
  }

  takeDone(): { batch: number; outputs: Tag[][] }[] {
    const done: { batch: number; outputs: Tag[][] }[] = [];
    for (;;) {
      const received = receiveMessageOnPort(this.#port) as { message: (typeof done)[number] } | undefined;
      if (!received) return done;
      done.push(received.message);
    }
  }

  close(): void {
    this.#port.close();
    void this.#worker.terminate();
  }
}
