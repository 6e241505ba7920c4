import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Fill a folder beside `out` and put it in its place when it is whole: a build that fails, is killed or is stopped by
 * Ctrl-C leaves what stood there as it was. Between the old folder and the new one lie two renames; one that is killed
 * just then is put right when the next begins.
 */
export async function replaceWhole(out: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const beside = (what: string) => join(dirname(resolve(out)), `.${basename(resolve(out))}.${what}`);
  const [unfinished, replaced] = [beside('unfinished'), beside('replaced')];
  const clear = () => rmSync(unfinished, { recursive: true, force: true });
  const stop = () => {
    clear();
    console.error(`\nStopped. ${out} is as it was.`);
    process.exit(130);
  };
  if (existsSync(replaced) && !existsSync(out)) renameSync(replaced, out);
  rmSync(replaced, { recursive: true, force: true });
  clear();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await fill(unfinished);
    if (existsSync(out)) renameSync(out, replaced);
    renameSync(unfinished, out);
  } catch (error) {
    clear();
    throw error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  rmSync(replaced, { recursive: true, force: true });
}
