import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { message } from '../model/messages.ts';
import type { Staged } from '../model/staged.ts';

interface Options<T> {
  /** Folder whose `.mdx` files are read. One that is not there is empty. */
  folder: string;
  /** How the person knows the folder, for messages. */
  shownAs: string;
  read: (slug: string, text: string, file: string) => Staged<T | undefined>;
  /** Whether files may change between two calls. */
  isWatched: boolean;
}

/** Reads the `.mdx` files of a folder, from the second time on only those that changed. */
export class FolderReader<T> {
  readonly #options: Options<T>;
  #files = new Map<string, Staged<T | undefined> & { stamp: string }>();

  constructor(options: Options<T>) {
    this.#options = options;
  }

  /**
   * What the files give, in the order of their names, so that two builds give the same bytes.
   *
   * @returns Of a file that was broken since it was read, what it gave before, and what is wrong with it now.
   *   `isNew` is false when nothing changed since the last time.
   */
  read(): Staged<T[]> & { isNew: boolean } {
    const { folder, shownAs, read, isWatched } = this.#options;
    const before = this.#files;
    let isNew = false;
    this.#files = new Map(
      listMdx(folder).map((file) => {
        const path = join(folder, file);
        const stamp = isWatched ? stampOf(path) : '';
        const known = before.get(file);
        if (known?.stamp === stamp) return [file, known];
        isNew = true;
        const { output, messages } = readFile(path, `${shownAs}/${file}`, (text, shown) =>
          read(basename(file, '.mdx'), text, shown),
        );
        return [file, { stamp, output: output ?? known?.output, messages }];
      }),
    );
    const all = [...this.#files.values()];
    return {
      output: all.flatMap(({ output }) => (output === undefined ? [] : [output])),
      messages: all.flatMap(({ messages }): VFileMessage[] => messages),
      isNew: isNew || this.#files.size !== before.size,
    };
  }
}

/** What a file gives; nothing but `unreadable-file` where it cannot be read. */
function readFile<T>(
  path: string,
  shownAs: string,
  read: (text: string, file: string) => Staged<T | undefined>,
): Staged<T | undefined> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const why =
      code === 'EISDIR' ? message('not-a-file', { file: shownAs }) : message('unreadable-file', { file: shownAs }, code);
    return { output: undefined, messages: [why] };
  }
  return read(text, shownAs);
}

/** Another one whenever a file was written. */
function stampOf(path: string): string {
  const { mtimeMs, size } = statSync(path);
  return `${mtimeMs} ${size}`;
}

/** Reads one file, from the second time on only when it changed. */
export class FileReader<T> {
  readonly #path: string;
  readonly #read: (text: string | undefined) => Staged<T>;
  #last: (Staged<T> & { stamp: string }) | undefined;

  /** @param read  Handed undefined where there is no such file. */
  constructor(path: string, read: (text: string | undefined) => Staged<T>) {
    this.#path = path;
    this.#read = read;
  }

  /** What the file gives. `isNew` is false when it is as it was the last time. */
  read(): Staged<T> & { isNew: boolean } {
    const isThere = existsSync(this.#path);
    const stamp = isThere ? stampOf(this.#path) : '';
    if (this.#last?.stamp === stamp) return { ...this.#last, isNew: false };
    this.#last = { ...this.#read(isThere ? readFileSync(this.#path, 'utf8') : undefined), stamp };
    return { ...this.#last, isNew: true };
  }
}

/** Names of the `.mdx` files of a folder, sorted; none when there is no such folder. */
export function listMdx(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.mdx'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
