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
  readonly #inputs = new Map<string, string>();

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

  /** The page's file of the last build when it would be made the same, to the letter. @param data  All that the page shows. */
  find(file: string, data: unknown): string | undefined {
    const inputs = hash('sha256', JSON.stringify(data), 'base64url');
    this.#inputs.set(file, inputs);
    const [lastInputs, bytes, mtimeMs] = this.#last[file] ?? [];
    if (lastInputs !== inputs) return undefined;
    const path = join(this.#out, file);
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.size === bytes && stat?.mtimeMs === mtimeMs ? path : undefined;
  }

  /** Remember the pages that were asked for. @param folder  Where they stand now, whole. */
  remember(folder: string): void {
    const pages: Memory['pages'] = {};
    for (const [file, inputs] of this.#inputs) {
      const { size, mtimeMs } = statSync(join(folder, file));
      pages[file] = [inputs, size, mtimeMs];
    }
    mkdirSync(dirname(this.#memory), { recursive: true });
    writeFileSync(`${this.#memory}.tmp`, JSON.stringify({ program: this.#program, pages } satisfies Memory));
    renameSync(`${this.#memory}.tmp`, this.#memory);
  }
}
