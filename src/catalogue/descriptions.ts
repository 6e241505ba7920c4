import type { Catalogue, ListedPaper } from './catalogue.ts';
import { inDigits, inWords } from './wording.ts';

/**
 * What the catalogue is, in a sentence or two: for the cover, and for search engines.
 *
 * @example '51 papers, titles and abstracts, filed under 52 topics. Every topic shows the words that earned it.'
 */
export function summary({ papers, topics }: Catalogue): string {
  if (papers.length === 0) return 'No papers yet.';
  const texts = papers.length === 1 ? '1 paper, title and abstract' : `${inWords(papers.length, 'paper')}, titles and abstracts`;
  if (topics.length === 0) return `${texts}.`;
  return `${texts}, filed under ${inWords(topics.length, 'topic')}. Every topic shows the words that earned it.`;
}

/**
 * What the catalogue holds and where it came from, in sentences that the data bears out.
 *
 * @example '51 papers, each with its title and its abstract, as they stood in one listing dated Mar 13. …'
 */
export function describeSources(papers: ListedPaper[]): string {
  if (papers.length === 0) return 'No papers yet.';
  const dumps = new Set(papers.flatMap((paper) => paper.sources.map((source) => source.dump)));
  const dates = [...new Set(papers.flatMap((paper) => paper.sources.map((source) => source.listed)))].filter(
    (date) => date !== undefined,
  );
  const withoutText = papers.filter((paper) => paper.abstract === '').length;
  const withLinks = papers.filter((paper) => paper.links.length > 0).length;
  const texts =
    withoutText === 0
      ? `${papers.length === 1 ? '' : 'each '}with its title and its abstract`
      : `${inDigits(papers.length - withoutText)} of them with an abstract`;
  const listings =
    dumps.size === 0 ? '' : `, as they stood in ${dumps.size === 1 ? 'one listing' : inWords(dumps.size, 'listing')}`;
  const dated = dumps.size === 1 && dates.length === 1 ? ` dated ${dates[0]}` : '';
  const sentences = [`${inWords(papers.length, 'paper')}, ${texts}${listings}${dated}.`];
  if (dumps.size > 0 && !papers.some((paper) => paper.authors || paper.year)) {
    sentences.push(
      `${dumps.size === 1 ? 'The listing names' : 'The listings name'} no authors and no year, so neither does the catalogue.`,
    );
  }
  if (withLinks > 0) {
    sentences.push(
      withLinks === 1
        ? '1 abstract names a page on the web; that link is kept with the paper.'
        : `${inDigits(withLinks)} abstracts name a page on the web; those links are kept with the paper.`,
    );
  }
  return sentences.join(' ');
}
