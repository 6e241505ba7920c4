import { join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';

/** What pages show of a content directory. */
const SHOWN = ['papers', 'topics', 'redirects', 'ledger.jsonl', join('learned', 'accuracy.json'), 'site.yaml'];

/** While `npm run dev` runs: a page in the browser is loaded anew as soon as a file of the content directory changes. */
export function watchContent(content: string): AstroIntegration {
  const folder = resolve(content) + sep;
  return {
    name: 'offprint:watch-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const parts = SHOWN.map((part) => folder + part);
        server.watcher.add(parts);
        server.watcher.on('all', (_event, path) => {
          if (!parts.some((part) => resolve(path) === part || resolve(path).startsWith(part + sep))) return;
          // Astro keeps what getStaticPaths gave until it is told that content changed.
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload' });
        });
      },
    },
  };
}
