import { describe, expect, test } from 'vitest';
import type { ListedPaper } from '../../../../src/catalogue/catalogue.ts';
import { byLetter, byListedDate, inTitleOrder, lettersOf } from '../../../../src/catalogue/lists/groups.ts';
import { paginate } from '../../../../src/catalogue/lists/paginate.ts';
import { catalogueOf, entry } from '../papers.ts';

function titled(...titles: string[]): ListedPaper[] {
  return catalogueOf(titles.map((title, index) => entry({ slug: `p${index}`, title, imported: { run: 1, place: index + 1 } })))
    .papers;
}

const titlesOf = (papers: ListedPaper[]) => papers.map(({ title }) => title);

describe('the list by title', () => {
  test('is in the order in which a reader seeks', () => {
    expect(
      titlesOf(
        inTitleOrder(titled('深層学習', 'b', 'A Survey', 'Éléments', '“Quoted”', 'Activator', '10 Ways', '2D Embeddings', '???')),
      ),
    ).toEqual([
      '2D Embeddings', // digits first, as numbers
      '10 Ways',
      'A Survey', // a blank before a letter
      'Activator',
      'b', // case aside
      'Éléments', // accents aside
      '“Quoted”', // by its first letter
      '???', // what is neither letter nor digit, then other scripts
      '深層学習',
    ]);
  });

  test('has a group for each letter, and one for other scripts', () => {
    const groups = byLetter(inTitleOrder(titled('深層学習', 'b', 'Éléments', 'Embeddings', '2D')));
    expect(groups.map(({ letter, id, papers }) => [letter, id, papers.length])).toEqual([
      ['0–9', 'letter-digits', 1],
      ['B', 'letter-b', 1],
      ['E', 'letter-e', 2],
      ['Others', 'letter-others', 1],
    ]);
  });

  test('leads to the page that a letter begins on', () => {
    const pages = paginate(inTitleOrder(titled('a', 'b', 'b', 'b', 'c', 'd')), 2, 'titles/');
    expect(lettersOf(pages)).toEqual([
      { letter: 'A', path: 'titles/#letter-a' },
      { letter: 'B', path: 'titles/#letter-b' },
      { letter: 'C', path: 'titles/3/#letter-c' },
      { letter: 'D', path: 'titles/3/#letter-d' },
    ]);
  });
});

test('the list in listing order is parted where the date changes, and invents none', () => {
  const listed = (slug: string, place: number, date?: string) =>
    entry({ slug, imported: { run: 1, place }, sources: [{ dump: 'd.txt', hash: 'x', listed: date }] });
  const { papers } = catalogueOf([listed('a', 1, 'Mar 13'), listed('b', 2, 'Mar 13'), listed('c', 3), listed('d', 4, 'Mar 13')]);
  expect(byListedDate(papers).map(({ heading, papers: run }) => [heading, run.length])).toEqual([
    ['Listed Mar 13', 2],
    ['Without a date', 1],
    ['Listed Mar 13', 1],
  ]);
  expect(byListedDate(papers.slice(2, 3)).map(({ heading }) => heading)).toEqual(['All papers']);
});
