import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Fill a folder beside `out` and put it in its place when it is whole: a build that fails, is killed or is stopped by
 * Ctrl-C leaves what stood there as it was.
 */
export async function replaceWhole(out: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const unfinished = join(dirname(resolve(out)), `.${basename(resolve(out))}.unfinished`);
  const clear = () => rmSync(unfinished, { recursive: true, force: true });
  const stop = () => {
    clear();
    console.error(`\nStopped. ${out} is as it was.`);
    process.exit(130);
  };
  clear();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await fill(unfinished);
  } catch (error) {
    clear();
    throw error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  rmSync(out, { recursive: true, force: true });
  renameSync(unfinished, out);
}
