import type { ListedPaper } from './catalogue.ts';
import { NearWordFinder } from './near-words.ts';
import { inDigits } from './wording.ts';

/** What the search index is told of one paper: a custom record of Pagefind. */
export interface SearchRecord {
  /** Path of the paper's page below the base: `papers/SLUG/`. */
  url: string;
  /** Title and abstract as readers see them, white space made single. The title's words come first. */
  content: string;
  /** Handed to the results page as it is; its words are indexed as well. */
  meta: {
    title: string;
    /** Place in the listing. */
    no: string;
    /** Slugs of the topics that it is about, strongest first, parted by spaces. */
    core: string;
    /** Words that readers may look for it by, besides its own (NearWords). */
    same: string;
    close: string;
    near: string;
    year?: string;
  };
  filters: { topic?: string[] };
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
  const { title, abstract, year } = paper;
  const topics = paper.topics.map(({ slug }) => slug);
  const core = paper.topics.filter(({ strength }) => strength === 'core').map(({ slug }) => slug);
  const { same, close, near } = finder.find(paper);
  return {
    url: `papers/${paper.slug}/`,
    content: toWords(`${title} ${abstract}`).join(' '),
    meta: {
      title: toWords(title).join(' '),
      no: inDigits(paper.no),
      core: core.join(' '),
      same: same.join(' '),
      close: [...namesOf(paper, 'core'), ...close].join(' '),
      near: [...namesOf(paper, 'minor'), ...near].join(' '),
      ...(year ? { year: String(year) } : {}),
    },
    filters: topics.length > 0 ? { topic: topics } : {},
  };
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
