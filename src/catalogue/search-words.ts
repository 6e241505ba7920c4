import type { ShownPaper } from './search-record.ts';

/** Lists of the collection's words, for mending what a reader misspells: one a first letter, so that a reader fetches little. */
export type WordList = { name: string; text: string };

const LETTERS = [...'0abcdefghijklmnopqrstuvwxyz'];
/** In larger collections a word of one paper is more likely a misspelling itself. */
const ONE_PAPER_UP_TO = 5000;

/** The words of titles and abstracts by their first letter, each with how many papers have it: `knowledge 52`, a line each. */
export function wordLists(papers: Pick<ShownPaper, 'text'>[]): WordList[] {
  const counts = new Map<string, number>();
  for (const { text } of papers) {
    for (const word of new Set(
      text
        .normalize('NFD')
        .toLowerCase()
        .match(/\p{L}[\p{L}\p{M}]{2,24}/gu),
    )) {
      const plain = word.replace(/\p{M}/gu, '');
      counts.set(plain, (counts.get(plain) ?? 0) + 1);
    }
  }
  const least = papers.length > ONE_PAPER_UP_TO ? 2 : 1;
  const lists = new Map<string, string[]>(LETTERS.map((letter) => [letter, []]));
  for (const [word, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first = ''] = word;
    if (count >= least) (lists.get(first) ?? lists.get('0'))?.push(`${word} ${count}\n`);
  }
  return [...lists].map(([name, lines]) => ({ name, text: lines.join('') }));
}
