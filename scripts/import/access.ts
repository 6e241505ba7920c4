import { existsSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { message } from '../../src/model/messages.ts';
import { type Holder, lockHolder, takeLock } from './lock.ts';

/** What an import may do in a content directory. */
export interface Access {
  /** Folder of the lock and of files that are being written; gone when no import runs. */
  folder: string;
  /** True while no other import can write here. */
  isLocked: boolean;
  /** Why not, where it is for want of room or of a right: the code of the system's error. */
  refusal: string | undefined;
  /** An error when another import is at work here. */
  messages: VFileMessage[];
  close(): void;
}

/**
 * Take a content directory for an import. One that only looks takes nothing, and one that cannot be written can still
 * be looked at: where nothing is to be changed, nothing needs to be written.
 */
export function openContent(content: string, onlyLooks: boolean): Access {
  const folder = join(content, '.import');
  const isNew = !existsSync(content);
  const closed = { folder, isLocked: false, refusal: undefined, messages: [], close: () => {} } satisfies Access;
  const busy = ({ pid, host }: Holder): Access => ({
    ...closed,
    messages: [message('import-running', { file: join(folder, 'lock') }, pid, host)],
  });
  if (onlyLooks) {
    const holder = lockHolder(folder);
    return holder ? busy(holder) : closed;
  }
  try {
    const lock = takeLock(folder);
    if ('pid' in lock) return busy(lock);
    const close = () => {
      lock.release();
      if (isNew) removeEmpty(content);
    };
    return { ...closed, isLocked: true, close };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    removeEmpty(folder);
    return { ...closed, refusal: code };
  }
}

/** Take a folder away that this run made, unless something is in it. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not empty, or not there.
  }
}
