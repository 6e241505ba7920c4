import { existsSync, watch } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';

/** Folders of a content directory whose files pages show, besides what lies at its top. */
const FOLDERS = ['', 'papers', 'topics', 'redirects', 'learned'];
/** Files that no page of the dev server is made from; a watcher that looks at each of them takes ten seconds at 10,000 papers. */
const NOT_WATCHED = ['**/.cache/**', '**/dist/**'];

/**
 * While `npm run dev` runs: a page in the browser is loaded anew as soon as a file of the content directory changes.
 *
 * Vite watches every file by itself; here a folder is watched as one.
 */
export function watchContent(content: string): AstroIntegration {
  const folder = resolve(content);
  return {
    name: 'offprint:watch-content',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const isContent = (path: string) => resolve(path).startsWith(folder + sep);
        updateConfig({ vite: { server: { watch: { ignored: [...NOT_WATCHED, isContent] } } } });
      },
      'astro:server:setup': ({ server }) => {
        const tell = (path: string): void => {
          const event = existsSync(path) ? 'change' : 'unlink';
          server.watcher.emit(event, path);
          server.watcher.emit('all', event, path);
          // Astro keeps what getStaticPaths gave until it is told that content changed.
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload' });
        };
        const watched = FOLDERS.map((part) => join(folder, part)).filter((path) => existsSync(path));
        const watchers = watched.map((path) =>
          watch(path, (_event, name) => {
            if (name !== null && !name.endsWith('.tmp')) tell(join(path, name));
          }),
        );
        server.httpServer?.on('close', () => watchers.forEach((watcher) => watcher.close()));
      },
    },
  };
}
