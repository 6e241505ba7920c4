/** A title and abstract as they stand in a dump, before anything is mended. */
export interface RawRecord {
  /** File name of the dump, without its folder: `hf-papers.txt`. */
  dump: string;
  /** Line of the title in the dump, counted from 1. For messages only: never stored. */
  line: number;
  /** As it stands, on one line. */
  title: string;
  /** As it stands, its paragraphs parted by one blank line. Empty when the dump has none. */
  abstract: string;
  /** The listing date above the record, as it stands (`Mar 13`): no year is invented. */
  listed?: string | undefined;
}

/** A record whose text is mended where the damage is certain; what is doubtful is left and named. */
export interface CleanRecord {
  /** What it was made from, with its place. */
  raw: RawRecord;
  /** First 16 hex digits of SHA-256 over the raw title, a line feed, and the raw abstract. */
  hash: string;
  /** Plain text on one line, NFC. TeX stays as `$…$`. */
  title: string;
  /** Plain text, NFC, paragraphs parted by one blank line, no other line breaks. */
  abstract: string;
  /** Where `abstract` is emphasised, in order, not overlapping. */
  emphasis: Span[];
  /** Addresses found in the abstract, in order, each once. */
  links: string[];
  /** BCP 47 tag of the text when it is surely not the catalogue's language. */
  language?: string | undefined;
  /** Ids of what is doubtful, in alphabetical order. */
  doubts: DoubtId[];
}

/** A stretch of a text, as offsets of UTF-16 units, end excluded. */
export interface Span {
  start: number;
  end: number;
}

/** What the pipeline may doubt and leave as it is; each is a rule of messages.ts too. */
export const DOUBTS = [
  'lost-characters',
  'missing-abstract',
  'near-duplicate',
  'raw-tex',
  'run-together',
  'same-title',
  'truncated-abstract',
] as const;
export type DoubtId = (typeof DOUBTS)[number];

/** Doubts that come from other papers rather than from a paper's own text, and go with them. */
export const COLLECTIVE_DOUBTS: readonly DoubtId[] = ['near-duplicate', 'same-title'];
