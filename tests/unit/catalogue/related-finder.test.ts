import { expect, test } from 'vitest';
import { RelatedFinder } from '../../../src/catalogue/related-finder.ts';
import { WHOLE } from '../../../src/model/shard.ts';
import { catalogueOf, core, entry } from './papers.ts';

const papers = ['one', 'two'].map((slug) => entry({ slug, topics: [core('networks')] }));
const slugs = (related: { paper: { slug: string } }[]) => related.map(({ paper }) => paper.slug);

test('one who edits waits for the first related papers as long as said, and then has the page without them', async () => {
  const finder = new RelatedFinder(WHOLE);
  const catalogue = catalogueOf(papers);
  finder.find(catalogue);
  expect(await finder.lastRelatedTo(catalogue.papers[0]!, 0)).toEqual([]);
  expect(slugs(await finder.lastRelatedTo(catalogue.papers[0]!, 60_000))).toEqual(['two']);
});

test('after an edit the page has them as they were before, until they are found anew', async () => {
  const finder = new RelatedFinder(WHOLE);
  const before = catalogueOf(papers);
  finder.find(before);
  await finder.relatedTo(before.papers[0]!);
  const after = catalogueOf([...papers, entry({ slug: 'three', topics: [core('networks')] })]);
  finder.find(after);
  expect(slugs(await finder.lastRelatedTo(after.papers[0]!, 0))).toEqual(['two']);
  expect(slugs(await finder.relatedTo(after.papers[0]!))).toEqual(['three', 'two']);
  expect(slugs(await finder.lastRelatedTo(after.papers[0]!, 0))).toEqual(['three', 'two']);
});

test('papers may be asked for in any order, however many there are', async () => {
  const finder = new RelatedFinder(WHOLE);
  const many = Array.from({ length: 600 }, (_, at) => entry({ slug: `p${at}`, topics: [core(`topic-${at >> 1}`)] }));
  const catalogue = catalogueOf(many);
  finder.find(catalogue);
  for (const [slug, other] of [
    ['p599', 'p598'],
    ['p0', 'p1'],
    ['p301', 'p300'],
  ]) {
    const paper = catalogue.papers.find((each) => each.slug === slug)!;
    expect(slugs(await finder.relatedTo(paper))).toEqual([other]);
  }
});
