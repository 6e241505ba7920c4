import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { VFileMessage } from 'vfile-message';
import type { Staged } from '../model/staged.ts';

/** What a file gives: its data, and either its HTML or the wish to be compiled as MDX. */
export interface Loaded {
  data: object;
  html?: string;
  /** Read by pages as the front matter of the rendered entry. */
  frontmatter?: Record<string, unknown>;
  isMdx?: boolean;
}

interface Options {
  name: string;
  /** Absolute folder whose `.mdx` files are the entries. */
  folder: string;
  /** How the person knows the folder, for messages. */
  shownAs: string;
  /** Changes whenever a file as it stands would give something else than before. */
  version: string;
  read: (slug: string, text: string, file: string) => Staged<Loaded | undefined>;
  /** What there is to say about a file at every build, read again or not: it depends on more than the file. */
  check?: (data: unknown, file: string) => VFileMessage[];
}

/**
 * Load every `.mdx` file of a folder, reading again only those that changed since the last build.
 *
 * Reports every problem, then fails once when one of them is an error. While `astro dev` runs, a broken file is reported
 * and left as it was before.
 */
export function folderLoader({ name, folder, shownAs, version, read, check = () => [] }: Options): Loader {
  return {
    name,
    async load({ store, config, generateDigest, watcher }: LoaderContext) {
      const root = fileURLToPath(config.root);

      const loadFile = (file: string): VFileMessage[] => {
        const slug = basename(file, '.mdx');
        const text = readFileSync(join(folder, file), 'utf8');
        const digest = generateDigest(version + text);
        const filePath = relative(root, join(folder, file)).split(sep).join('/');
        const known = store.get(slug);
        if (known?.digest === digest && known.filePath === filePath) {
          if (known.deferredRender) store.addModuleImport(filePath);
          return check(known.data, `${shownAs}/${file}`);
        }
        const { output, messages } = read(slug, text, `${shownAs}/${file}`);
        if (!output) return messages;
        store.set({ id: slug, data: { ...output.data }, digest, filePath, ...rendering(output) });
        return [...messages, ...check(output.data, `${shownAs}/${file}`)];
      };

      const files = listFiles(folder);
      const slugs = new Set(files.map((file) => basename(file, '.mdx')));
      for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
      const messages = files.flatMap(loadFile);
      report(messages);
      const errors = messages.filter((problem) => problem.fatal);
      if (errors.length > 0 && !watcher) throw new Error(`${tally(errors)} of ${shownAs}.`);

      watcher?.add(folder);
      watcher?.on('all', (event, path) => {
        if (resolve(path, '..') !== resolve(folder) || !path.endsWith('.mdx')) return;
        if (event === 'unlink') store.delete(basename(path, '.mdx'));
        else if (event === 'add' || event === 'change') report(loadFile(basename(path)));
      });
    },
  };
}

function rendering({ html, frontmatter, isMdx }: Loaded): object {
  if (isMdx) return { deferredRender: true };
  return html === undefined ? {} : { rendered: { html, metadata: { frontmatter } } };
}

/** In the order of their names, so that two builds give the same bytes. A folder that is not there is empty. */
function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.mdx'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** As the import prints them, past Astro's logger: that would add its own warnings about folders that may well be empty. */
function report(messages: VFileMessage[]): void {
  for (const { file, line, column, fatal, ruleId, reason, note } of messages) {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    process.stderr.write(`${place}  ${fatal ? 'error' : 'warning'}  ${ruleId}\n  ${reason}\n  ${note}\n`);
  }
}

/** `2 problems in 1 file`. */
function tally(errors: VFileMessage[]): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(errors.length, 'problem')} in ${count(new Set(errors.map(({ file }) => file)).size, 'file')}`;
}
