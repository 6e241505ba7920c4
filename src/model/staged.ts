import type { VFileMessage } from 'vfile-message';

/** What a stage returns: its output, and what there is to say about it. */
export interface Staged<T> {
  output: T;
  messages: VFileMessage[];
}

/** Gathers the messages of all stages, in the order in which they ran. */
export class MessageLog {
  readonly messages: VFileMessage[] = [];

  /** Keep the messages, hand the output on. */
  take<T>(staged: Staged<T>): T {
    for (const message of staged.messages) this.messages.push(message);
    return staged.output;
  }
}
