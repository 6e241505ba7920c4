import { getEntry, render } from 'astro:content';
import type { ListedPaper } from './catalogue.ts';
import { ContentReader, type Content } from './content-reader.ts';
import { contentFolder, shard } from './environment.ts';
import { RelatedFinder, type RelatedPaper } from './related-finder.ts';
import { renderEntry, type Body } from './render-entry.ts';
import type { Entry } from '../model/paper.ts';
import type { PlacedMark } from './evidence/rehype-mark-evidence.ts';

const { path, shownAs } = contentFolder(process.env);
/** Kept between calls, for every page asks: a build reads all files once, `npm run dev` those that changed. */
const reader = new ContentReader(path, shownAs, import.meta.env.DEV);
const finder = new RelatedFinder(shard(process.env));
/** Those of a few thousand papers are found in less; of more, the first pages come without, rather than late. */
const PATIENCE_MS = 500;
let builtFrom: Content | undefined;

/** The catalogue and the settings of the site: in a build always the same objects. */
export function loadCatalogue(): Content {
  const content = import.meta.env.DEV ? reader.readAgain() : (builtFrom ??= reader.read());
  finder.find(content.catalogue);
  return content;
}

/** The papers nearest to one, nearest first. */
export function loadRelated(paper: ListedPaper): Promise<RelatedPaper[]> {
  return import.meta.env.DEV ? finder.lastRelatedTo(paper, PATIENCE_MS) : finder.relatedTo(paper);
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
