import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parseBody } from '../model/entry.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import type { Entry } from '../model/paper.ts';
import { evidenceOf, markElement, Marker, rehypeMarkEvidence, type PlacedMark } from './evidence/rehype-mark-evidence.ts';

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
  if (entry.text === undefined) return renderParagraphs(entry.abstract, entry.topics);
  const frontmatter: { topics: Entry['topics']; marks?: PlacedMark[] } = { topics: entry.topics };
  const file = new VFile({ data: { astro: { frontmatter } } });
  const tree = toMarkedHast.runSync(parseBody(splitFrontMatter(entry.text)?.body ?? ''), file) as Root;
  return { html: toHtml(tree, AS_MDX), marks: frontmatter.marks ?? [] };
}

/** What @astrojs/mdx does to the tree, in its order. */
const toMarkedHast = unified().use(remarkRehype).use(rehypeMarkEvidence).use(rehypeHeadingIds);
const AS_MDX = { characterReferences: { useNamedReferences: true }, closeSelfClosing: true, tightSelfClosing: true };

/** The same for a body of plain paragraphs, without its tree: for a twentieth of the time. */
function renderParagraphs(abstract: string, topics: Entry['topics']): Body {
  const marker = new Marker(evidenceOf(topics));
  const paragraphs = abstract === '' ? [] : abstract.split('\n\n');
  const html = paragraphs.map((text) => {
    let [at, marked] = [0, ''];
    for (const { mark, id } of marker.next(text.replace(/\s/g, ' '))) {
      const [open, close] = tagsOf(mark.n, id);
      marked += escape(text.slice(at, mark.start)) + open + escape(text.slice(mark.start, mark.end)) + close;
      at = mark.end;
    }
    return `<p>${marked}${escape(text.slice(at))}</p>`;
  });
  return { html: html.join('\n'), marks: marker.placed };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The markup around a mark's words, taken apart once: its id, numbers, first number and words stand between the pieces. */
const [BEFORE_ID, BEFORE_NUMBERS, BEFORE_FIRST, BEFORE_WORDS, AFTER] = toHtml(
  markElement([{ type: 'text', value: 'WORDS' }], { n: [-1] }, 'ID', false),
  AS_MDX,
).split(/ID|-1|WORDS/);

/** The tags around a mark's words. */
function tagsOf(n: number[], id: string): [open: string, close: string] {
  return [`${BEFORE_ID}${id}${BEFORE_NUMBERS}${n.join(' ')}${BEFORE_FIRST}${n[0]}${BEFORE_WORDS}`, AFTER ?? ''];
}
