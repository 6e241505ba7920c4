import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relatedPapers, type RelatablePaper } from '../../../src/catalogue/related.ts';
import type { Tag } from '../../../src/model/tag.ts';
import { RUNS } from '../runs.ts';

const tag = (slug: string, strength: Tag['strength'] = 'core'): Tag => ({ slug, strength, evidence: [] });

const paper = (slug: string, title: string, abstract: string, topics: Tag[] = []): RelatablePaper => ({
  slug,
  title,
  abstract,
  topics,
});

/** Papers of other fields, so that a word of two papers is rare. */
const others = ['otters', 'violins', 'glaciers', 'turbines', 'sonnets', 'beetles'].map((word) =>
  paper(word, `On ${word}`, `A history of ${word} and of those who care for ${word}.`),
);

const papers = [
  paper('simple', 'Keeping networks simple', 'Plain designs outperform deeper and costlier ones on every benchmark.', [
    tag('networks'),
  ]),
  paper('wide', 'Wide attention', 'A single wide layer may outperform deeper models while it reads the same text.', [
    tag('attention'),
    tag('networks', 'minor'),
  ]),
  paper('pruning', 'Cutting weights', 'Weights near zero are taken away.', [tag('networks', 'none'), tag('compression')]),
  ...others,
];

describe('related papers', () => {
  const related = relatedPapers(papers);

  test('say which topics and which rare words both have, as they stand in the paper that is read', () => {
    expect(related.get('simple')?.[0]).toEqual({ slug: 'wide', topics: ['networks'], words: ['outperform deeper'] });
  });

  test('a topic that a person took away relates nothing', () => {
    expect(related.get('pruning')).toEqual([]);
  });

  test('words show the ending and the case of the paper that is read', () => {
    const pair = [
      paper('a', 'Recurrence', 'Gated Recurrences are studied here.'),
      paper('b', 'Memory', 'A gated recurrence is what we build.'),
      ...others,
    ];
    expect(relatedPapers(pair).get('a')?.[0]?.words).toEqual(['Gated Recurrences']);
    expect(relatedPapers(pair).get('b')?.[0]?.words).toEqual(['gated recurrence']);
  });

  test('words of the shared topics are not given again as rare words', () => {
    const pair = [
      paper('a', 'Neural tangents', 'About tangents.', [tag('neural-tangents')]),
      paper('b', 'More neural tangents', 'On tangents again.', [tag('neural-tangents')]),
      ...others,
    ];
    expect(relatedPapers(pair).get('a')).toEqual([{ slug: 'b', topics: ['neural-tangents'], words: [] }]);
  });

  test('a word stands beside another only where no stop word or comma parts them', () => {
    const pair = [
      paper('a', 'One', 'We praise quick, silver foxes.'),
      paper('b', 'Two', 'Nothing here but quick silver.'),
      ...others,
    ];
    expect(relatedPapers(pair).get('a')?.[0]?.words).toEqual([]);
  });

  test('words that every paper has tell nothing', () => {
    const pair = [paper('a', 'Silver foxes sleep', 'They sleep.'), paper('b', 'Silver foxes jump', 'They jump.')];
    expect([...relatedPapers(pair).values()].flat().flatMap(({ words }) => words)).toEqual([]);
    const many = [...pair, ...others];
    expect(relatedPapers(many).get('a')).toEqual([{ slug: 'b', topics: [], words: ['Silver foxes'] }]);
  });

  test('of words that come twice in the other paper, the longest stretch is given', () => {
    const pair = [
      paper('a', 'One', 'Here quick silver foxes sleep.'),
      paper('b', 'Two', 'Quick hares, then quick silver foxes, then quick silver.'),
      ...others,
    ];
    expect(relatedPapers(pair).get('a')?.[0]?.words).toEqual(['quick silver foxes']);
  });

  test('a paper without text or topics is related to none, and none to it', () => {
    const found = relatedPapers([...papers, paper('empty', '', '')]);
    expect(found.get('empty')).toEqual([]);
    expect([...found.values()].flat().map((one) => one.slug)).not.toContain('empty');
  });

  const words = fc.array(fc.constantFrom('otter', 'violin', 'glacier', 'turbine', 'sonnet', 'beetle', 'the', '—', '12', '深層'), {
    maxLength: 12,
  });
  const anyPaper = fc.record({
    title: words.map((all) => all.join(' ')),
    abstract: fc.oneof(
      words.map((all) => all.join(' ')),
      fc.string({ unit: 'grapheme' }),
    ),
    topics: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }).map((slugs) => slugs.map((slug) => tag(slug))),
  });

  test('never the paper itself, never one twice, at most as many as asked, and words that stand in the text', () => {
    fc.assert(
      fc.property(fc.array(anyPaper, { maxLength: 12 }), fc.integer({ min: 0, max: 5 }), (found, count) => {
        const numbered = found.map((one, i) => ({ ...one, slug: `p${i}` }));
        for (const [slug, related] of relatedPapers(numbered, count)) {
          const own = numbered.find((one) => one.slug === slug)!;
          const slugs = related.map((one) => one.slug);
          expect(new Set(slugs).size).toBe(slugs.length);
          expect(slugs).not.toContain(slug);
          expect(slugs.length).toBeLessThanOrEqual(count);
          for (const shared of related.flatMap((one) => one.words)) expect(`${own.title}\n${own.abstract}`).toContain(shared);
        }
      }),
      RUNS,
    );
  });
});
