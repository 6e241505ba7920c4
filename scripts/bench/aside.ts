import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes away what a run must not find, without deleting it before the run is over: for a minute or more ext4 passes over
 * each place that a deleted file had, and writing 10,000 files takes ten times as long (`recently_deleted` in its ialloc.c).
 */
export class Aside {
  readonly #folder: string;
  #taken = 0;

  /** @param folder  On the disk of all that is to be taken away. */
  constructor(folder: string) {
    this.#folder = folder;
    this.empty();
  }

  /** Take a file or folder away, where there is one. */
  take(path: string): void {
    if (!existsSync(path)) return;
    mkdirSync(this.#folder, { recursive: true });
    renameSync(path, join(this.#folder, String(this.#taken)));
    this.#taken += 1;
  }

  /** Delete what was taken away. */
  empty(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
