import type { Plugin } from 'vite';

/**
 * Leave an `import()` as it is. Vite puts a helper round it that preloads what the module needs in turn, and that would be
 * half of every page's script, for one import that a reader waits for once (Vite 8).
 */
export function plainImports(): Plugin {
  return {
    name: 'offprint:plain-imports',
    enforce: 'pre',
    load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
