import type { ListedPaper } from './catalogue.ts';
import { NearWordFinder } from './near-words.ts';
import { inDigits } from './wording.ts';

/** What the search index is told of one paper. */
export interface SearchRecord {
  /** Path of the paper's page below the base: `papers/SLUG/`. */
  url: string;
  /** Title and abstract as readers see them, white space made single. The title's words come first. */
  content: string;
  /** Words that are told apart from those of the content by their field. */
  fields: {
    title: string;
    /** Words that readers may look for it by, besides its own (NearWords). */
    same: string;
    close: string;
    near: string;
  };
  topics: string[];
  year?: number | undefined;
  shown: ShownPaper;
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

/** What a build leaves of a paper for the index. */
export interface Searchable extends Pick<ListedPaper, 'slug' | 'title' | 'abstract' | 'no' | 'year'> {
  /** Strongest first, each with all that it is called. */
  topics: { slug: string; strength: 'core' | 'minor'; names: string[] }[];
}

/** The part of a paper that is searched. */
export function toSearchable({ slug, title, abstract, no, year, tags }: ListedPaper): Searchable {
  const topics = tags.map(({ topic, strength }) => ({ slug: topic.slug, strength, names: [topic.label, ...topic.aliases] }));
  return { slug, title, abstract, no, year, topics };
}

/** What is indexed of each paper: title, abstract, topics, and words that are near to them. @param papers  All of the catalogue. */
export function* toSearchRecords(papers: Searchable[]): Generator<SearchRecord> {
  const finder = new NearWordFinder(papers);
  for (const paper of papers) yield toSearchRecord(paper, finder);
}

function toSearchRecord(paper: Searchable, finder: NearWordFinder): SearchRecord {
  const { slug, year } = paper;
  const title = toWords(paper.title);
  const text = toWords(`${paper.title} ${paper.abstract}`).join(' ');
  const { same, close, near } = finder.find(paper);
  return {
    url: `papers/${slug}/`,
    content: text,
    fields: {
      title: title.join(' '),
      same: same.join(' '),
      close: distinct([...namesOf(paper, 'core'), ...close]),
      near: distinct([...namesOf(paper, 'minor'), ...near]),
    },
    topics: paper.topics.map((topic) => topic.slug),
    year,
    shown: {
      slug,
      no: inDigits(paper.no),
      text,
      titleLength: title.length,
      core: slugsOf(paper, 'core'),
      minor: slugsOf(paper, 'minor'),
    },
  };
}

function slugsOf({ topics }: Searchable, strength: 'core' | 'minor'): string[] {
  return topics.filter((topic) => topic.strength === strength).map(({ slug }) => slug);
}

/** Each word once: the index keeps every place of a word, and only the field counts. */
function distinct(texts: string[]): string {
  return [...new Set(texts.join(' ').toLowerCase().split(/\s+/))].join(' ').trim();
}

/** What the topics of a paper are called, in all ways that are known. */
function namesOf({ topics }: Searchable, strength: 'core' | 'minor'): string[] {
  return topics.filter((topic) => topic.strength === strength).flatMap(({ names }) => names);
}

/** Words as Pagefind counts them, so that its positions are places in this list. It acts on words that begin with `___PAGEFIND`. */
function toWords(text: string): string[] {
  return text
    .replace(/[\u0085\u200B\uFEFF]/g, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/^_+(?=(END_)?PAGEFIND)/, ''))
    .filter((word) => word !== '');
}
