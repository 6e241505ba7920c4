import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a page was made from, and its file as it was written. */
type Remembered = [inputs: string, bytes: number, mtimeMs: number];

interface Memory {
  /** The program that made them (Program.digest). */
  program: string;
  /** By their files, below the site's folder. */
  pages: Record<string, Remembered>;
}

/** The pages of the site as it was built last: one whose data, program and file are still the same needs not be made again. */
export class LastPages {
  readonly #out: string;
  readonly #memory: string;
  readonly #program: string;
  readonly #last: Memory['pages'];
  /** What each page was made from, with its file where that stays. */
  readonly #now = new Map<string, string | Remembered>();

  /**
   * @param out      The site's folder.
   * @param memory   File that says what was built there.
   * @param program  Digest of the program that makes the pages now.
   */
  constructor(out: string, memory: string, program: string) {
    [this.#out, this.#memory, this.#program] = [out, memory, program];
    const last = existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as Memory) : undefined;
    this.#last = last?.program === program ? last.pages : {};
  }

  /** Whether a page would be made the same as it stands, to the letter. @param data  All that it shows. */
  isUnchanged(file: string, data: unknown): boolean {
    const inputs = hash('sha256', JSON.stringify(data), 'base64url');
    const last = this.#last[file];
    const stat = last?.[0] === inputs ? statSync(join(this.#out, file), { throwIfNoEntry: false }) : undefined;
    const isUnchanged = last !== undefined && stat?.size === last[1] && stat.mtimeMs === last[2];
    this.#now.set(file, isUnchanged ? last : inputs);
    return isUnchanged;
  }

  /** Remember the pages that were asked for. @param folder  Where those stand that were made anew. */
  remember(folder: string): void {
    const pages: Memory['pages'] = {};
    for (const [file, now] of this.#now) {
      if (typeof now !== 'string') pages[file] = now;
      else {
        const { size, mtimeMs } = statSync(join(folder, file));
        pages[file] = [now, size, mtimeMs];
      }
    }
    mkdirSync(dirname(this.#memory), { recursive: true });
    writeFileSync(`${this.#memory}.tmp`, JSON.stringify({ program: this.#program, pages } satisfies Memory));
    renameSync(`${this.#memory}.tmp`, this.#memory);
  }
}
