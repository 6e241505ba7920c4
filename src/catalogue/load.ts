import { getEntry, render } from 'astro:content';
import type { ListedPaper } from './catalogue.ts';
import { ContentReader, type Content } from './content-reader.ts';
import { contentFolder } from './folders.ts';
import { renderEntry, type Body } from './render-entry.ts';
import type { PlacedMark } from './rehype-mark-evidence.ts';

const { path, shownAs } = contentFolder(process.env);
/** Kept between calls, for every page asks: a build reads all files once, `npm run dev` those that changed. */
const reader = new ContentReader(path, shownAs);
let builtFrom: Content | undefined;

/** The catalogue and the settings of the site: in a build always the same objects. */
export function loadCatalogue(): Content {
  if (import.meta.env.DEV) return reader.readAgain();
  return (builtFrom ??= reader.read());
}

/** The body of a paper's page, as HTML or, of an entry with JSX, as a component. */
export type LoadedBody = (Body & { Content?: undefined }) | { html?: undefined; Content: MdxContent; marks: PlacedMark[] };
type MdxContent = Awaited<ReturnType<typeof render>>['Content'];

export async function loadBody(paper: ListedPaper): Promise<LoadedBody> {
  if (!paper.isMdx) return renderEntry(paper);
  const entry = await getEntry('papers', paper.slug);
  if (!entry) throw new Error(`${paper.slug} holds JSX, but Astro was not told to compile it.`);
  const { Content, remarkPluginFrontmatter } = await render(entry);
  return { Content, marks: (remarkPluginFrontmatter.marks as PlacedMark[] | undefined) ?? [] };
}
