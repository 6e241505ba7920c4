import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Loader } from 'astro/loaders';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { parseBody, readEntry } from '../model/entry.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import { message } from '../model/messages.ts';
import { nearest } from '../model/nearest.ts';
import type { Entry } from '../model/paper.ts';
import type { Staged } from '../model/staged.ts';
import { readTopic } from '../model/topic-file.ts';
import type { Loaded } from './folder-loader.ts';
import { folderLoader } from './folder-loader.ts';
import { rehypeMarkEvidence } from './rehype-mark-evidence.ts';

/** The papers of a content directory. Plain entries are rendered here, once; those with JSX are left to MDX. */
export function entryLoader(content: string, shownAs: string): Loader {
  const topics = topicSlugs(join(content, 'topics'));
  return folderLoader({
    name: 'papers',
    folder: join(content, 'papers'),
    shownAs: `${shownAs}/papers`,
    version: codeVersion(),
    read: loadEntry,
    check: (entry, file) => unknownTopics(entry as Entry, file, topics),
  });
}

/** The topics of a content directory. */
export function topicLoader(content: string, shownAs: string): Loader {
  return folderLoader({
    name: 'topics',
    folder: join(content, 'topics'),
    shownAs: `${shownAs}/topics`,
    version: codeVersion(),
    read: (slug, text, file) => {
      const { output, messages } = readTopic(slug, text, file);
      return { output: output && { data: output }, messages };
    },
  });
}

/** Read an entry and, unless it must be compiled as MDX, render it. */
function loadEntry(slug: string, text: string, file: string): Staged<Loaded | undefined> {
  const { output: entry, messages } = readEntry(slug, text, file);
  if (!entry) return { output: undefined, messages };
  const { text: _, ...data } = entry;
  return { output: entry.isMdx ? { data, isMdx: true } : { data, ...renderEntry(entry, text) }, messages };
}

function unknownTopics(entry: Entry, file: string, topics: Set<string>): VFileMessage[] {
  const unknown = entry.topics.filter((tag) => !topics.has(tag.slug));
  return unknown.map((tag) => message('unknown-topic', { file }, tag.slug, nearest(tag.slug, topics)));
}

/** The HTML of a plain entry: what MDX would make of it. */
export function renderEntry(entry: Entry, text: string): { html: string; frontmatter: Record<string, unknown> } {
  const frontmatter: Record<string, unknown> = { topics: entry.topics };
  const body = splitFrontMatter(text)?.body ?? '';
  const file = new VFile({ data: { astro: { frontmatter } } });
  const tree = toMarkedHast.runSync(parseBody(body), file) as Root;
  return {
    html: toHtml(tree, { characterReferences: { useNamedReferences: true }, closeSelfClosing: true, tightSelfClosing: true }),
    frontmatter: { marks: frontmatter.marks },
  };
}

/** What @astrojs/mdx does to the tree, in its order. */
const toMarkedHast = unified().use(remarkRehype).use(rehypeMarkEvidence).use(rehypeHeadingIds);

/** The code that turns files into data and HTML: what it gave before stands only as long as it is the same. */
function codeVersion(): string {
  const sources = [
    'entry-loader.ts',
    'rehype-mark-evidence.ts',
    'mark-evidence.ts',
    '../model/entry.ts',
    '../model/topic-file.ts',
  ];
  return sources.map((source) => readFileSync(new URL(source, import.meta.url), 'utf8')).join('');
}

function topicSlugs(folder: string): Set<string> {
  try {
    return new Set(
      readdirSync(folder)
        .filter((file) => file.endsWith('.mdx'))
        .map((file) => file.slice(0, -'.mdx'.length)),
    );
  } catch {
    return new Set(); // no folder, no topics: each tag is reported
  }
}
