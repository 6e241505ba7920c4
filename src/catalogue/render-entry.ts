import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as MarkdownRoot } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parseBody } from '../model/entry.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import type { Entry } from '../model/paper.ts';
import { rehypeMarkEvidence, type PlacedMark } from './rehype-mark-evidence.ts';

/** The body of a paper's page, and the words marked in it, in order. */
export interface Body {
  html: string;
  marks: PlacedMark[];
}

/**
 * The HTML of an entry without JSX: what MDX would make of it.
 *
 * @param entry  Where it has no `text`, its body is its abstract and nothing else.
 */
export function renderEntry(entry: Pick<Entry, 'abstract' | 'topics' | 'text'>): Body {
  const frontmatter: { topics: Entry['topics']; marks?: PlacedMark[] } = { topics: entry.topics };
  const file = new VFile({ data: { astro: { frontmatter } } });
  const tree = toMarkedHast.runSync(
    entry.text === undefined ? toParagraphs(entry.abstract) : parseBody(splitFrontMatter(entry.text)?.body ?? ''),
    file,
  ) as Root;
  const html = toHtml(tree, {
    characterReferences: { useNamedReferences: true },
    closeSelfClosing: true,
    tightSelfClosing: true,
  });
  return { html, marks: frontmatter.marks ?? [] };
}

/** What @astrojs/mdx does to the tree, in its order. */
const toMarkedHast = unified().use(remarkRehype).use(rehypeMarkEvidence).use(rehypeHeadingIds);

/** What parsing a body of plain paragraphs gives, for a twentieth of the time. */
function toParagraphs(abstract: string): MarkdownRoot {
  const paragraphs = abstract === '' ? [] : abstract.split('\n\n');
  return { type: 'root', children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })) };
}
