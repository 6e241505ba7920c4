import type { ListedPaper } from './catalogue.ts';
import { DOUBTS_IN_WORDS } from './doubts.ts';
import { withCommas } from './topic-words.ts';
import { lookUps, paperAddresses } from './look-up.ts';

/** A line of a paper's record. */
export interface RecordLine {
  term: string;
  values: { text: string; href?: string | undefined; isCode?: boolean | undefined }[];
}

/** What the record of a paper says: only lines that the data gives. */
export function recordOf(paper: ListedPaper): RecordLine[] {
  const addresses = paperAddresses(paper).map(({ label, href }) => ({ text: label, href }));
  const found = lookUps(paper.title).map(({ label, href }) => ({ text: label, href }));
  const lines: RecordLine[] = [
    { term: 'Listed', values: unique(paper.sources.map((source) => source.listed)).map((text) => ({ text })) },
    { term: 'From', values: unique(paper.sources.map((source) => source.dump)).map((text) => ({ text })) },
    { term: 'Read it', values: addresses },
    { term: 'Look it up', values: addresses.length > 0 ? [] : found },
    { term: 'Keywords', values: (paper.keywords ?? []).map((text) => ({ text })) },
    { term: 'Licence', values: paper.licence === undefined ? [] : [{ text: paper.licence }] },
    { term: 'Note', values: paper.note === undefined ? [] : [{ text: paper.note }] },
    { term: 'In doubt', values: paper.doubts.map((doubt) => ({ text: DOUBTS_IN_WORDS[doubt].short })) },
    { term: 'Text', values: paper.sources.map((source) => ({ text: `sha256 ${source.hash}`, isCode: true })) },
  ];
  return lines.filter(({ values }) => values.length > 0).map(({ term, values }) => ({ term, values: withCommas(values) }));
}

function unique(values: (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
