import { getEntry, render } from 'astro:content';
import type { ListedPaper } from './catalogue.ts';
import type { Content } from './content-reader.ts';
import type { RelatedPaper } from './related-finder.ts';
import { findLastRelated, findRelated, readAgain, readOnce } from './reading.ts';
import { renderEntry, type Body } from './render-entry.ts';
import type { Entry } from '../model/paper.ts';
import type { PlacedMark } from './evidence/rehype-mark-evidence.ts';

/** The catalogue and the settings of the site: in a build always the same objects. */
export function loadCatalogue(): Content {
  return import.meta.env.DEV ? readAgain() : readOnce();
}

/** The papers nearest to one, nearest first. */
export function loadRelated(paper: ListedPaper): Promise<RelatedPaper[]> {
  return import.meta.env.DEV ? findLastRelated(paper) : findRelated(paper);
}

/** The body of a paper's page, as HTML or, of an entry with JSX, as a component. */
export type LoadedBody = (Body & { Content?: undefined }) | { html?: undefined; Content: MdxContent; marks: PlacedMark[] };
type MdxContent = Awaited<ReturnType<typeof render>>['Content'];

export async function loadBody(paper: Entry): Promise<LoadedBody> {
  if (!paper.isMdx) return renderEntry(paper);
  const entry = await getEntry('papers', paper.slug);
  if (!entry) throw new Error(`${paper.slug} holds JSX, but Astro was not told to compile it.`);
  const { Content, remarkPluginFrontmatter } = await render(entry);
  return { Content, marks: (remarkPluginFrontmatter.marks as PlacedMark[] | undefined) ?? [] };
}
