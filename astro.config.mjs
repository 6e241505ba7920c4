import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentFolder, outFolder } from './src/catalogue/environment.ts';
import { rehypeMarkEvidence } from './src/catalogue/evidence/rehype-mark-evidence.ts';
import { plainImports } from './src/integrations/plain-imports.ts';
import { watchContent } from './src/integrations/watch-content.ts';
import { readSite } from './src/model/site.ts';

const { path: content, shownAs } = contentFolder(process.env);
const settings = join(content, 'site.yaml');
const site = readSite(existsSync(settings) ? readFileSync(settings, 'utf8') : undefined, `${shownAs}/site.yaml`);
const [problem] = site.messages;
if (problem) throw new Error(`${problem.file}:${problem.line ?? 1}: ${problem.reason} ${problem.note}`);

export default defineConfig({
  site: site.output.address,
  base: site.output.base,
  outDir: outFolder(process.env),
  // Two content directories must not see each other's entries.
  cacheDir: resolve('node_modules/.astro', createHash('sha256').update(content).digest('hex').slice(0, 12)),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // Two pages with one address are a mistake of ours, never to be settled by chance.
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  markdown: {
    // remark, since Sätteri reads what remark-mdx does not; no GFM and no smart quotes: a paper's text stays as it is.
    processor: unified({ gfm: false, smartypants: false, rehypePlugins: [rehypeMarkEvidence] }),
    syntaxHighlight: false,
  },
  // Those that write the site are in scripts/build.ts.
  integrations: [mdx(), watchContent(content)],
  security: {
    csp: {
      directives: ["default-src 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"],
      // Pagefind compiles its WebAssembly in the browser.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    plugins: [plainImports()],
    build: {
      // Everything is a file of its own, under the policy's 'self': nothing is inlined as data:.
      assetsInlineLimit: 0,
      // The style sheet is written for these; nothing is taken apart for older ones.
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    },
  },
});
