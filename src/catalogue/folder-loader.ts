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
}

/**
 * Load every `.mdx` file of a folder, reading again only those that changed since the last build.
 *
 * Reports every problem, then fails once when one of them is an error. While `astro dev` runs, a broken file is reported
 * and left as it was before.
 */
export function folderLoader({ name, folder, shownAs, version, read }: Options): Loader {
  return {
    name,
    async load({ store, logger, config, generateDigest, watcher }: LoaderContext) {
      const root = fileURLToPath(config.root);

      const loadFile = (file: string): VFileMessage[] => {
        const slug = basename(file, '.mdx');
        const text = readFileSync(join(folder, file), 'utf8');
        const digest = generateDigest(version + text);
        const filePath = relative(root, join(folder, file)).split(sep).join('/');
        const known = store.get(slug);
        if (known?.digest === digest && known.filePath === filePath) {
          if (known.deferredRender) store.addModuleImport(filePath);
          return [];
        }
        const { output, messages } = read(slug, text, `${shownAs}/${file}`);
        if (output) store.set({ id: slug, data: { ...output.data }, digest, filePath, ...rendering(output) });
        return messages;
      };

      const files = listFiles(folder);
      const slugs = new Set(files.map((file) => basename(file, '.mdx')));
      for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
      const messages = files.flatMap(loadFile);
      report(messages, logger);
      const errors = messages.filter((problem) => problem.fatal);
      if (errors.length > 0 && !watcher)
        throw new Error(`${shownAs}: ${errors.length} of its files cannot be read. Nothing was built.`);

      watcher?.add(folder);
      watcher?.on('all', (event, path) => {
        if (resolve(path, '..') !== resolve(folder) || !path.endsWith('.mdx')) return;
        if (event === 'unlink') store.delete(basename(path, '.mdx'));
        else if (event === 'add' || event === 'change') report(loadFile(basename(path)), logger);
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

function report(messages: VFileMessage[], logger: LoaderContext['logger']): void {
  for (const problem of messages) {
    const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
    const text = `${place}  ${problem.ruleId}\n  ${problem.reason}\n  ${problem.note}`;
    if (problem.fatal) logger.error(text);
    else logger.warn(text);
  }
}
