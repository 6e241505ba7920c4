import type { Element, ElementContent, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Tag } from '../../model/tag.ts';
import { visibleTags } from '../../model/tag.ts';
import type { Evidence, Mark } from './find-marks.ts';
import { findMarks, indexOfWords, numberEvidence } from './find-marks.ts';

/** A mark in the text of a paper's page, for the list of topics to link to. */
export interface PlacedMark {
  /** Id of its element: `w3`. */
  id: string;
  n: number[];
  words: string;
}

/** Elements whose text is read as one: evidence may stand across `em` or `code`, never across two of these. */
const BLOCKS = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'dt', 'dd']);

/**
 * Mark the words that earned a topic, and link each to its topic in the margin.
 *
 * Reads the tags from the entry's front matter, as Astro hands it to MDX; the loader of plain entries hands it likewise,
 * so that both give the same HTML. Leaves the marks, in order, in the front matter's `marks`.
 */
export function rehypeMarkEvidence() {
  return (tree: Root, file: VFile): void => {
    const frontmatter = (file.data.astro as { frontmatter?: { topics?: Tag[]; marks?: PlacedMark[] } } | undefined)?.frontmatter;
    if (!frontmatter) return;
    frontmatter.marks = markTree(tree, evidenceOf(frontmatter.topics ?? []));
  };
}

function markTree(tree: Root, evidence: Evidence[]): PlacedMark[] {
  const marker = new Marker(evidence);
  visit(tree, 'element', (block) => {
    if (!BLOCKS.has(block.tagName) || block.children.some(isFlow)) return undefined;
    // From the end, so that the offsets of what is still to come stand.
    for (const { mark, id } of marker.next(textOf(block)).reverse()) wrap(block, mark, id);
    return SKIP;
  });
  return marker.placed;
}

/** The words that earned a paper its topics, numbered as its page numbers them. */
export function evidenceOf(topics: Tag[]): Evidence[] {
  return numberEvidence(visibleTags(topics).map((tag, i) => ({ ...tag, n: i + 1 })));
}

/** Gives each piece of evidence its place in the first block that has it. */
export class Marker {
  readonly placed: PlacedMark[] = [];
  #left: Evidence[];

  constructor(evidence: Evidence[]) {
    this.#left = evidence;
  }

  /** The marks of the next block, in order, with their ids. @param text  With every white space as one blank. */
  next(text: string): { mark: Mark; id: string }[] {
    const here = this.#left.filter(({ words }) => indexOfWords(text, words) >= 0);
    this.#left = this.#left.filter((piece) => !here.includes(piece));
    return findMarks(text, here).map((mark) => {
      const id = `w${this.placed.length + 1}`;
      this.placed.push({ id, n: mark.n, words: text.slice(mark.start, mark.end) });
      return { mark, id };
    });
  }
}

/** A list item may hold paragraphs; then it is those that are read. */
function isFlow(node: ElementContent): boolean {
  return node.type === 'element' && (BLOCKS.has(node.tagName) || node.tagName === 'ul' || node.tagName === 'ol');
}

/** Text of a node with every white space as one blank, letter for letter as long as in the tree. */
function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value.replace(/\s/g, ' ');
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/**
 * Put a mark around its words in `block`.
 *
 * Words that begin or end inside `em`, a link or the like are marked piece by piece, the first piece with the id.
 */
function wrap(block: Element, mark: Mark, id: string): void {
  let nextId: string | undefined = id;
  wrapIn(block, 0, block.tagName === 'a');

  function wrapIn(parent: Element, start: number, inLink: boolean): void {
    let offset = start;
    const children: ElementContent[] = [];
    let run: ElementContent[] = [];
    const endRun = (): void => {
      if (run.length === 0) return;
      children.push(markElement(run, mark, nextId, inLink));
      nextId = undefined;
      run = [];
    };
    for (const child of parent.children) {
      const end = offset + textOf(child).length;
      const from = Math.max(mark.start, offset) - offset;
      const to = Math.min(mark.end, end) - offset;
      if (child.type === 'text') {
        if (from >= to || from > 0) endRun();
        if (from >= to) children.push(child);
        else {
          if (from > 0) children.push({ type: 'text', value: child.value.slice(0, from) });
          run.push({ type: 'text', value: child.value.slice(from, to) });
          if (to < child.value.length) {
            endRun();
            children.push({ type: 'text', value: child.value.slice(to) });
          }
        }
      } else if (from < to && from === 0 && offset + to === end) {
        run.push(child);
      } else {
        endRun();
        if (from < to) wrapIn(child as Element, offset, inLink || isLink(child));
        children.push(child);
      }
      offset = end;
    }
    endRun();
    parent.children = children;
  }
}

/** A link to the topic, or a span where the words are a link already. */
export function markElement(words: ElementContent[], { n }: Pick<Mark, 'n'>, id: string | undefined, inLink: boolean): Element {
  const linked = inLink || words.some(holdsLink);
  return {
    type: 'element',
    tagName: linked ? 'span' : 'a',
    properties: { className: ['ev'], id, 'data-n': n.join(' '), href: linked ? undefined : `#t${n[0]}` },
    children: [{ type: 'element', tagName: 'mark', properties: {}, children: words }],
  };
}

function holdsLink(node: ElementContent): boolean {
  return isLink(node) || ('children' in node && node.children.some((child) => holdsLink(child as ElementContent)));
}

function isLink(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'a';
}
