import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WrittenPage } from './page-writer.ts';

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
  readonly #now: Memory['pages'] = {};

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

  /** Whether a page would be made the same as it stands, to the letter. @param shown  All that it shows, as JSON. */
  isUnchanged(file: string, shown: string): boolean {
    const last = this.#last[file];
    if (last === undefined || last[0] !== digestOfShown(shown)) return false;
    const stat = statSync(join(this.#out, file), { throwIfNoEntry: false });
    const isUnchanged = stat?.size === last[1] && stat.mtimeMs === last[2];
    if (isUnchanged) this.#now[file] = last;
    return isUnchanged;
  }

  /** Take note of a page that was made anew. */
  note({ file, inputs, bytes, mtimeMs }: WrittenPage): void {
    this.#now[file] = [inputs, bytes, mtimeMs];
  }

  /** Remember the pages that were asked for. */
  remember(): void {
    mkdirSync(dirname(this.#memory), { recursive: true });
    writeFileSync(`${this.#memory}.tmp`, JSON.stringify({ program: this.#program, pages: this.#now } satisfies Memory));
    renameSync(`${this.#memory}.tmp`, this.#memory);
  }
}

/** Stands for all that a page shows. @param shown  As JSON. */
export function digestOfShown(shown: string): string {
  return hash('sha256', shown, 'base64url');
}
