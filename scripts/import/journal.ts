import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** A file to be written: its path below the content directory, and what it says. */
export interface Write {
  path: string;
  data: string | Uint8Array;
}

/**
 * Writes files so that either all of them are there or none, whenever the process is killed.
 *
 * They are written beside the old ones first; then one rename of a list of them decides. What a killed process had
 * decided, `recover` finishes; what it had not, `recover` throws away.
 */
export class Journal {
  readonly #content: string;
  readonly #staged: string;
  readonly #decision: string;

  /** @param folder  The journal's own folder, on the disk of the content directory. */
  constructor(content: string, folder: string) {
    this.#content = content;
    this.#staged = join(folder, 'staged');
    this.#decision = join(folder, 'decided.json');
  }

  /** True when a process was killed after it had decided. */
  isUnfinished(): boolean {
    return existsSync(this.#decision);
  }

  /** Finish or throw away what a killed process left. @returns Whether there was something to finish. */
  recover(): boolean {
    const isUnfinished = this.isUnfinished();
    if (isUnfinished) this.#moveAll(JSON.parse(readFileSync(this.#decision, 'utf8')) as string[]);
    this.#clear();
    return isUnfinished;
  }

  /** Write the files beside the old ones. Throws when there is no room or no right; then nothing has changed. */
  stage(writes: Write[]): void {
    try {
      for (const folder of new Set(writes.map(({ path }) => dirname(path)))) {
        const target = join(this.#content, folder);
        mkdirSync(target, { recursive: true });
        accessSync(target, constants.W_OK);
        mkdirSync(join(this.#staged, folder), { recursive: true });
      }
      for (const { path, data } of writes) writeFileSync(join(this.#staged, path), data);
      writeFileSync(`${this.#decision}.tmp`, JSON.stringify(writes.map(({ path }) => path)));
    } catch (error) {
      this.#clear();
      throw error;
    }
  }

  /** Decide, and put the staged files in the places of the old ones. */
  commit(): void {
    renameSync(`${this.#decision}.tmp`, this.#decision);
    this.recover();
  }

  #moveAll(paths: string[]): void {
    for (const path of paths) {
      const staged = join(this.#staged, path);
      // Not there: moved before the process was killed.
      if (existsSync(staged)) move(staged, join(this.#content, path));
    }
  }

  #clear(): void {
    rmSync(this.#decision, { force: true });
    rmSync(`${this.#decision}.tmp`, { force: true });
    rmSync(this.#staged, { recursive: true, force: true });
  }
}

/** Rename, or where the folder lies on another disk, copy beside the old file and rename there. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, `${to}.tmp`);
    renameSync(`${to}.tmp`, to);
    rmSync(from);
  }
}
