import type { CleanRecord, DoubtId, Span } from './record.ts';
import type { Tag } from './tag.ts';

/** A place that a paper came from. */
export interface Source {
  /** File name of the dump. */
  dump: string;
  /** Of the raw record (CleanRecord.hash). */
  hash: string;
  /** The listing date as it stood there. */
  listed?: string | undefined;
}

/** What the import remembers of a paper: when it came, and what was written last, so that a person's edit is seen. */
export interface Imported {
  /** Which import brought it, counted from 1; later imports list first. */
  run: number;
  /** Place among the papers of that import, counted from 1, in dump order. */
  place: number;
  /** First 8 hex digits of SHA-256 of each field as the import wrote it last; absent when it never did. */
  title?: string | undefined;
  abstract?: string | undefined;
  topics?: string | undefined;
  links?: string | undefined;
  doubts?: string | undefined;
  language?: string | undefined;
}

/** One paper after `identify`: its permanent slug, and every place that it came from. */
export interface Paper extends Omit<CleanRecord, 'raw' | 'hash'> {
  slug: string;
  sources: Source[];
  /** How many records of this import are of it: its copies, and itself. */
  records: number;
  run: number;
  place: number;
  /** First place it was read from, for messages. */
  origin: { dump: string; line: number };
}

/** A paper with its topics, strongest first. */
export interface TaggedPaper extends Paper {
  topics: Tag[];
}

/** One entry as it stands in content/papers/SLUG.mdx. */
export interface Entry {
  slug: string;
  title: string;
  /** Abstract as plain text, paragraphs parted by a blank line; of an entry with JSX, its text alone. */
  abstract: string;
  /** Where `abstract` is emphasised. */
  emphasis: Span[];
  topics: Tag[];
  links: string[];
  sources: Source[];
  doubts: DoubtId[];
  imported?: Imported | undefined;
  language?: string | undefined;
  authors?: Author[] | undefined;
  year?: number | undefined;
  venue?: string | undefined;
  ids?: { doi?: string; arxiv?: string; acl?: string; openreview?: string } | undefined;
  url?: string | undefined;
  pdf?: string | undefined;
  keywords?: string[] | undefined;
  licence?: string | undefined;
  note?: string | undefined;
  /** Says why and when the paper was withdrawn; its page then says so, without the text. */
  withdrawn?: { why: string; when: string } | undefined;
  extra?: Record<string, unknown> | undefined;
  /** True when the body holds JSX, an expression or ESM, and must be compiled as MDX. */
  isMdx: boolean;
  /** True when the body holds more than paragraphs and emphasis: links, headings, lists, JSX. */
  isRich: boolean;
  /** The whole file as it stands; undefined for an entry that has not been written yet. */
  text?: string | undefined;
}

export interface Author {
  given?: string | undefined;
  family: string;
}
