import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';

/** While `npm run dev` runs: a page in the browser is loaded anew as soon as a file of the content directory changes. */
export function watchContent(content: string): AstroIntegration {
  const folder = resolve(content) + sep;
  return {
    name: 'offprint:watch-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.add(['papers', 'topics'].map((part) => folder + part));
        server.watcher.on('all', (_event, path) => {
          if (!resolve(path).startsWith(folder) || !path.endsWith('.mdx')) return;
          // Astro keeps what getStaticPaths gave until it is told that content changed.
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload' });
        });
      },
    },
  };
}
