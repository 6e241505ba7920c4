import type { Catalogue } from './catalogue.ts';
import { inWords } from './counts.ts';

/**
 * What the catalogue is, in a sentence or two: for the cover, and for search engines.
 *
 * @example '51 papers, titles and abstracts, filed under 52 topics. Every topic shows the words that earned it.'
 */
export function summary({ papers, topics }: Catalogue): string {
  if (papers.length === 0) return 'No papers yet.';
  const texts = `${inWords(papers.length, 'paper')}, titles and abstracts`;
  if (topics.length === 0) return `${texts}.`;
  return `${texts}, filed under ${inWords(topics.length, 'topic')}. Every topic shows the words that earned it.`;
}
