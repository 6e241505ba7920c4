import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readState } from '../../../src/search/url-state.ts';
import { WorkerClient } from '../../../src/search/worker-client.ts';

interface Sent {
  id: number;
  call: { name: string; args: [{ q: string }, number] };
}

/** A worker that answers when it is told to. */
class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  sent: Sent[] = [];
  isStopped = false;
  constructor() {
    super();
    FakeWorker.all.push(this);
  }
  postMessage(message: Sent): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.isStopped = true;
  }
  answer(at: number): void {
    const { id, call } = this.sent[at]!;
    this.dispatchEvent(new MessageEvent('message', { data: { id, result: { asked: [call.args[0].q] } } }));
  }
}

beforeEach(() => {
  FakeWorker.all = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => void vi.unstubAllGlobals());

const asking = (q: string) => readState(`?q=${q}`);

test('of searches that come while one runs, only the last is run, and the others have no answer', async () => {
  const client = new WorkerClient('/');
  const first = client.search(asking('g'), 20);
  await Promise.resolve();
  const [second, third] = [client.search(asking('gr'), 20), client.search(asking('gra'), 20)];
  const [worker] = FakeWorker.all;
  worker?.answer(0);
  expect(await first).toMatchObject({ asked: ['g'] });
  expect(await second).toBe(undefined);
  worker?.answer(1);
  expect(await third).toMatchObject({ asked: ['gra'] });
  expect(worker?.sent.map(({ call }) => call.args[0].q)).toEqual(['g', 'gra']);
});

test('a restart fails what waits, and the next call goes to a new worker', async () => {
  const client = new WorkerClient('/');
  const first = client.search(asking('g'), 20);
  const failed = expect(first).rejects.toThrow();
  await Promise.resolve();
  client.restart();
  await failed;
  const next = client.search(asking('gr'), 20);
  await vi.waitFor(() => expect(FakeWorker.all).toHaveLength(2));
  expect(FakeWorker.all[0]?.isStopped).toBe(true);
  FakeWorker.all[1]?.answer(0);
  expect(await next).toMatchObject({ asked: ['gr'] });
});

test('a worker that cannot start fails what waits', async () => {
  const client = new WorkerClient('/');
  const failed = expect(client.facets(asking('g'), ['surveys'])).rejects.toThrow('could not start');
  FakeWorker.all[0]?.dispatchEvent(new Event('error'));
  await failed;
});
