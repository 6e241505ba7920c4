import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCollection, getEntry, render } from 'astro:content';
import type { Site } from '../model/site.ts';
import { readSite } from '../model/site.ts';
import type { Catalogue } from './catalogue.ts';
import { makeCatalogue } from './catalogue.ts';
import { contentFolder } from './folders.ts';
import type { PlacedMark } from './rehype-mark-evidence.ts';

/**
 * The catalogue and the settings of the site.
 *
 * Made anew on each call: a page calls it once, in `getStaticPaths` where it has that, and hands it on.
 */
export async function loadCatalogue(): Promise<{ catalogue: Catalogue; site: Site }> {
  const [papers, topics] = await Promise.all([getCollection('papers'), getCollection('topics')]);
  return {
    catalogue: makeCatalogue(
      papers.map(({ data }) => data),
      topics.map(({ data }) => data),
    ),
    site: loadSite(),
  };
}

type RenderedContent = Awaited<ReturnType<typeof render>>['Content'];

/** The body of a paper's page: a component, and the marks in it. */
export async function loadBody(slug: string): Promise<{ Content: RenderedContent; marks: PlacedMark[] }> {
  const entry = await getEntry('papers', slug);
  if (!entry) throw new Error(`There is no entry ${slug}: pages are made from entries only.`);
  const { Content, remarkPluginFrontmatter } = await render(entry);
  return { Content, marks: (remarkPluginFrontmatter.marks as PlacedMark[] | undefined) ?? [] };
}

/** Wrong settings stop scripts/build.ts and astro.config.mjs before this. */
function loadSite(): Site {
  const { path, shownAs } = contentFolder(process.env);
  const file = join(path, 'site.yaml');
  return readSite(existsSync(file) ? readFileSync(file, 'utf8') : undefined, `${shownAs}/site.yaml`).output;
}
