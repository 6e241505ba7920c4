import { readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { readEntry } from '../model/entry.ts';
import { mayHoldJsx } from '../model/may-hold-jsx.ts';
import { listMdx } from './folder-reader.ts';

/**
 * The entries that hold JSX, expressions or ESM, for Astro to compile as MDX: their pages ask for them by slug.
 *
 * No other entry is in Astro's store; content-reader.ts reads them all.
 */
export function entryLoader(content: string): Loader {
  const folder = join(content, 'papers');
  return {
    name: 'papers',
    load({ store, config, generateDigest, watcher }: LoaderContext) {
      const root = fileURLToPath(config.root);

      const loadFile = (file: string): void => {
        const id = basename(file, '.mdx');
        const text = textOf(join(folder, file));
        if (!mustBeCompiled(id, text)) {
          store.delete(id);
          return;
        }
        const filePath = relative(root, join(folder, file)).split(sep).join('/');
        const isNew = store.set({ id, data: {}, digest: generateDigest(text), filePath, deferredRender: true });
        if (!isNew) store.addModuleImport(filePath);
      };

      const files = listMdx(folder);
      const slugs = new Set(files.map((file) => basename(file, '.mdx')));
      for (const slug of store.keys()) if (!slugs.has(slug)) store.delete(slug);
      files.forEach(loadFile);

      // src/integrations/watch-content.ts tells of what lies outside the project as well.
      watcher?.on('all', (event, path) => {
        if (resolve(path, '..') !== resolve(folder) || !path.endsWith('.mdx')) return;
        if (event === 'unlink') store.delete(basename(path, '.mdx'));
        else if (event === 'change') loadFile(basename(path));
      });
      return Promise.resolve();
    },
  };
}

/** A file's text; one that cannot be read, or is broken, is content-reader.ts's to report. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function mustBeCompiled(slug: string, text: string): boolean {
  return mayHoldJsx(text) && readEntry(slug, text).output?.isMdx === true;
}
