import { placesToGaps } from '../model/papers-file.ts';
import type { PapersFile, TopicPlaces } from '../model/papers-file.ts';
import type { SearchableTopic, ShownPaper } from './search-record.ts';

/**
 * What the browser must know of all papers. Pagefind could tell topics too, by its filters, but in twice the bytes, and
 * every search would count them anew (Pagefind 1.6).
 *
 * @param papers  In listing order.
 */
export function toPapersFile(papers: ShownPaper[], topics: SearchableTopic[]): PapersFile {
  const places = new Map(topics.map(({ slug }): [string, TopicPlaces] => [slug, { core: [], minor: [] }]));
  for (const [place, { core, minor }] of papers.entries()) {
    for (const slug of core) places.get(slug)?.core.push(place);
    for (const slug of minor) places.get(slug)?.minor.push(place);
  }
  return {
    titleLengths: papers.map(({ titleLength }) => titleLength),
    topics: Object.fromEntries([...places].map(([slug, each]) => [slug, placesToGaps(each)])),
  };
}
