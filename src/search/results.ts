import type { Hit } from './engine.ts';
import { endsSentence, excerptOf } from './excerpt.ts';

/** A topic as the facets beside the results name it. */
export interface TopicLabel {
  label: string;
  facet: string;
}

/** What results need to know besides the hits. */
export interface ResultContext {
  /** Path that the site is served under, with both slashes. */
  base: string;
  topics: Map<string, TopicLabel>;
  /** Topics asked for: shown on a result even where it only touches on them. */
  asked: string[];
}

/** Words of an excerpt. */
const EXCERPT_WORDS = 34;

/** One result as the look sets it: number, title, excerpt with its marks, topics. @param heading  Stands over it, and over those that follow. */
export function resultItem(hit: Hit, context: ResultContext, heading?: string): HTMLLIElement {
  const item = element('li', { 'data-paper': hit.slug, 'data-match': hit.match });
  if (heading !== undefined) item.append(element('p', { class: 'part', role: 'heading', 'aria-level': '3' }, [heading]));
  const link = element('a', { href: `${context.base}papers/${hit.slug}/` }, markWords(hit, 0, hit.titleLength));
  item.append(element('span', { class: 'no' }, [hit.no]), element('h3', {}, [link]));
  const excerpt = excerptFrom(hit);
  if (excerpt.length > 0) item.append(element('p', {}, excerpt));
  const tags = hit.topics
    .filter((slug) => hit.core.includes(slug) || context.asked.includes(slug))
    .flatMap((slug) => tagItem(slug, hit, context));
  if (tags.length > 0) item.append(element('ul', { class: 'tags' }, tags));
  return item;
}

/** The words of a hit from one place to another, matching ones marked, without the punctuation around them. */
export function markWords({ words, places }: Hit, from: number, to: number): (string | Node)[] {
  const marked = new Set(places);
  return words.slice(from, to).flatMap((word, index) => {
    const space = index === 0 ? '' : ' ';
    if (!marked.has(from + index)) return [space + word];
    const [, before = '', core = word, after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}+#]*)$/u.exec(word) ?? [];
    return [space + before, element('mark', {}, [core]), after];
  });
}

/** Make an element with attributes and children; text is never read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  children: (string | Node)[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function excerptFrom(hit: Hit): (string | Node)[] {
  const { words, places, titleLength } = hit;
  const { start, end } = excerptOf(words, places, titleLength, EXCERPT_WORDS);
  if (start >= end) return [];
  const pieces = markWords(hit, start, end);
  const before = start > titleLength && !endsSentence(words[start - 1] ?? '') ? ['…'] : [];
  if (end === words.length || endsSentence(words[end - 1] ?? '')) return [...before, ...pieces];
  // `tasks, …` reads like a mistake
  const last = pieces.at(-1);
  return [...before, ...pieces.slice(0, -1), typeof last === 'string' ? last.replace(/[\s,;:–—(]+$/u, '') : (last ?? ''), '…'];
}

function tagItem(slug: string, hit: Hit, { base, topics }: ResultContext): Node[] {
  const topic = topics.get(slug);
  if (!topic) return [];
  const core = hit.core.includes(slug);
  const aloud = element('span', { class: 'unseen' }, [`${topic.facet}${core ? ', core' : ''}: `]);
  return [
    element('li', {}, [
      element('a', { class: `tag ${topic.facet}${core ? ' core' : ''}`, href: `${base}topics/${slug}/` }, [aloud, topic.label]),
    ]),
  ];
}
