import type { ListedPaper } from './catalogue.ts';
import type { NearWordFinder } from './near-words.ts';
import { inDigits } from './wording.ts';

/** What Pagefind is told of one page of the index. */
export interface SearchRecord {
  /** Its path below the base, as in `papers/SLUG/`. */
  url: string;
  content: string;
  /** Words that are told apart from those of the content by their field. */
  fields: Record<string, string>;
}

/** What is kept of a paper for showing it among results. */
export interface ShownPaper {
  slug: string;
  /** Place in the listing. */
  no: string;
  /** Title and abstract, as they are indexed. */
  text: string;
  /** The first so many words of the text are the title. */
  titleLength: number;
  /** Slugs of topics that it is about, strongest first. */
  core: string[];
  /** Slugs of topics that it touches on. */
  minor: string[];
}

/** What a build leaves for the index. */
export interface Searchable {
  /** In listing order. */
  papers: SearchablePaper[];
  /** Those that papers have. */
  topics: SearchableTopic[];
}

/** The part of a paper that is searched. */
export interface SearchablePaper extends Pick<ListedPaper, 'slug' | 'title' | 'abstract' | 'no' | 'year'> {
  /** Slugs of topics that it is about, strongest first. */
  core: string[];
  /** Slugs of topics that it touches on. */
  minor: string[];
}

export interface SearchableTopic {
  slug: string;
  /** All that it is called. */
  names: string[];
}

export function toSearchablePaper({ slug, title, abstract, no, year, tags }: ListedPaper): SearchablePaper {
  const slugs = (wanted: string) => tags.flatMap(({ topic, strength }) => (strength === wanted ? topic.slug : []));
  return { slug, title, abstract, no, year, core: slugs('core'), minor: slugs('minor') };
}

/**
 * Of a paper is indexed: as content its title and abstract, white space made single; as fields words that readers may look
 * for it by besides its own (NearWords).
 */
export function paperToRecord(paper: SearchablePaper, finder: NearWordFinder): SearchRecord {
  const { slug, text } = toShownPaper(paper);
  const { same, close, near } = finder.find(paper);
  return {
    url: `papers/${slug}/`,
    content: withWord(text, slug),
    fields: { same: same.join(' '), close: close.join(' '), near: near.join(' ') },
  };
}

/**
 * Of a topic is indexed what it is called. Its papers are found by that as well, for the browser knows them: said in each
 * of them, the names of topics would be more than all the rest. In small letters, so that `DocVQA` is one word (Pagefind 1.6).
 */
export function topicToRecord({ slug, names }: SearchableTopic): SearchRecord {
  return { url: `topics/${slug}/`, content: withWord(toWords(names.join(' ').toLowerCase()).join(' '), slug), fields: {} };
}

export function toShownPaper({ slug, title, abstract, no, core, minor }: SearchablePaper): ShownPaper {
  const text = toWords(`${title} ${abstract}`).join(' ');
  return { slug, no: inDigits(no), text, titleLength: toWords(title).length, core, minor };
}

/** Pagefind leaves out a page without a word, as of a paper that is called `∞`, and all that follow would be taken for others. */
function withWord(text: string, slug: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text : `${text} ${slug}`;
}

/** Words as Pagefind counts them, so that its positions are places in this list. It acts on words that begin with `___PAGEFIND`. */
function toWords(text: string): string[] {
  return text
    .replace(/[\u0085\u200B\uFEFF]/g, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^_+(?=(END_)?PAGEFIND)/, ''))
    .filter((word) => word !== '');
}
