import { paths, toHref, toUrl } from '../../model/address.ts';
import { DOUBTS, type DoubtId } from '../../model/record.ts';
import type { Site } from '../../model/site.ts';
import type { ListedPaper } from '../catalogue.ts';
import { runs } from '../lists/groups.ts';
import { bareRow, plain, type ListRow } from '../lists/list-row.ts';
import type { ListPage } from '../lists/paginate.ts';
import { repositoryPages } from './source-address.ts';

/** A doubt for readers. */
export interface DoubtInWords {
  /** As the record of a paper says it. */
  short: string;
  /** As the head of a list of papers. */
  heading: string;
  /** What was seen, and what was done about it: nothing. */
  meaning: string;
}

export const DOUBTS_IN_WORDS: Record<DoubtId, DoubtInWords> = {
  'lost-characters': {
    short: 'some characters were lost',
    heading: 'Characters lost',
    meaning: 'Some bytes of the listing are no letters. Where they stood there is a sign for what is missing: \ufffd.',
  },
  'missing-abstract': {
    short: 'the listing gives no abstract',
    heading: 'Without abstract',
    meaning: 'The listing has a title with no abstract below it. Such a paper is found by its title alone.',
  },
  'near-duplicate': {
    short: 'another paper has nearly the same abstract',
    heading: 'Nearly the same abstract twice',
    meaning: 'Two papers have different titles and abstracts of nearly the same words. They may be one paper.',
  },
  'raw-tex': {
    short: 'some TeX stands as it came',
    heading: 'TeX left as it is',
    meaning: 'The text has commands of TeX whose meaning is not certain. They stand as they came.',
  },
  'run-together': {
    short: 'some words may have run together',
    heading: 'Words run together',
    meaning: 'A word looks like two that lost the space between them.',
  },
  'same-title': {
    short: 'another paper has the same title',
    heading: 'The same title twice',
    meaning: 'Two papers have one title and different abstracts. They may be two versions of one paper.',
  },
  'truncated-abstract': {
    short: 'the abstract may end too early',
    heading: 'Abstract cut off',
    meaning: 'The abstract does not end as a sentence does.',
  },
};

/** One doubt about one paper. */
export interface Doubtful {
  doubt: DoubtId;
  paper: ListedPaper;
}

/** Everything that the import doubts, by doubt, each in listing order. */
export function allDoubts(papers: ListedPaper[]): Doubtful[] {
  return DOUBTS.flatMap((doubt) => papers.filter((paper) => paper.doubts.includes(doubt)).map((paper) => ({ doubt, paper })));
}

/** Every doubt that there is, how many papers it is about, and where the first of them stands, without the base. */
export function doubtIndex(pages: ListPage<Doubtful>[]): { doubt: DoubtId; papers: number; path: string }[] {
  return DOUBTS.flatMap((doubt) => {
    const first = pages.find((page) => page.items.some((item) => item.doubt === doubt));
    if (!first) return [];
    const papers = pages.reduce((sum, page) => sum + page.items.filter((item) => item.doubt === doubt).length, 0);
    return [{ doubt, papers, path: `${first.paths[first.number - 1]}#${doubt}` }];
  });
}

/**
 * The doubts of one page of the list, by doubt, each paper with what was seen and a link to report what is right.
 *
 * @param folder  The content directory's path in the site's repository; undefined for one that lies elsewhere.
 */
export function doubtGroups(items: Doubtful[], site: Site, folder: string | undefined): { doubt: DoubtId; rows: ListRow[] }[] {
  return runs(items, ({ doubt }) => doubt).map(({ items: group }) => ({
    doubt: group[0]!.doubt,
    rows: group.map((item) => toRow(item, site, folder)),
  }));
}

function toRow(item: Doubtful, site: Site, folder: string | undefined): ListRow {
  const { doubt, paper } = item;
  const seen = whereSeen(item);
  const fix = suggestFixHref(site, folder, item);
  const other = TWO_PAPERS.includes(doubt) ? toHref(site, paths.searchFor({ words: firstWords(item) })) : undefined;
  return {
    ...bareRow(paper),
    why: seen === undefined ? undefined : { pieces: plain(seen), language: paper.language },
    after: [
      ...(other === undefined ? [] : [{ text: 'Find the other', href: other, unseen: ` like ${paper.title}` }]),
      ...(fix === undefined ? [] : [{ text: 'Suggest a fix', href: fix, unseen: ` for ${paper.title}` }]),
    ],
  };
}

/** Doubts that are about two papers; the other one may stand anywhere. */
const TWO_PAPERS: DoubtId[] = ['near-duplicate', 'same-title'];
const WORDS_TO_FIND = 12;

/** Words that both papers have. */
function firstWords({ doubt, paper }: Doubtful): string {
  const text = doubt === 'same-title' ? paper.title : paper.abstract;
  return text.split(/\s+/, WORDS_TO_FIND).join(' ');
}

/** What shows a doubt in a text, where a line of it does: a rougher sign than the import's own, for the first place only. */
const SIGNS: Partial<Record<DoubtId, RegExp>> = {
  'lost-characters': /[\u0080-\u009f\ue000-\uf8ff\ufffd]/,
  'raw-tex': /\\[a-zA-Z]{2,}|\\[a-zA-Z]\{|[\p{L}\p{N}_^]?\{[^{}]*\}/u,
  'truncated-abstract': /$/,
};
const BEFORE_CHARS = 60;
const AFTER_CHARS = 50;

/** The words around the first place of the abstract that shows a doubt; undefined where none does. */
function whereSeen({ doubt, paper: { abstract } }: Doubtful): string | undefined {
  const at = abstract.search(SIGNS[doubt] ?? /(?!)/);
  if (at < 0) return undefined;
  const before = abstract.slice(Math.max(0, at - BEFORE_CHARS), at);
  const after = abstract.slice(at, at + AFTER_CHARS);
  return (
    (at > BEFORE_CHARS ? before.replace(/^\S*\s+/, '…') : before) +
    (at + AFTER_CHARS < abstract.length ? after.replace(/\s+\S*$/, '…') : after)
  );
}

/**
 * The form for a new issue of the site's repository, filled in for one doubt about one paper.
 *
 * GitLab names the fields of its form in its own way; GitHub, Codeberg and Forgejo agree on theirs.
 *
 * @returns Undefined where the site names no repository.
 */
function suggestFixHref(site: Site, folder: string | undefined, { doubt, paper }: Doubtful): string | undefined {
  if (site.repository === undefined) return undefined;
  const { short } = DOUBTS_IN_WORDS[doubt];
  const title = `Fix “${paper.title}”: ${short}`;
  const page = toUrl(site, paths.paper(paper.slug));
  const body = [
    `In doubt: ${short} (${doubt}).`,
    [
      ...(page === undefined ? [] : [`Page: ${page}`]),
      `File: ${[...(folder === undefined ? [] : [folder]), 'papers', `${paper.slug}.mdx`].join('/')}`,
    ].join('\n'),
    'What should stand there instead, and where that can be seen:\n',
  ].join('\n\n');
  const { address, isOnGitLab } = repositoryPages(site.repository);
  const fields: Record<string, string> = isOnGitLab ? { 'issue[title]': title, 'issue[description]': body } : { title, body };
  return `${address}/issues/new?${new URLSearchParams(fields).toString()}`;
}
