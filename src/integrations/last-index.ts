import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import serveStatic from 'serve-static';

/** While `npm run dev` runs there is no search index of what is edited: serve that of the site that was built last into `out`. */
export function lastIndex(out: string): AstroIntegration {
  return {
    name: 'offprint:last-index',
    hooks: {
      'astro:server:setup': ({ server }) => {
        // Vite has taken the base away by now (Vite 8).
        server.middlewares.use('/pagefind', serveStatic(join(out, 'pagefind')));
      },
    },
  };
}
