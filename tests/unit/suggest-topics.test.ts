import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTopic } from '../../src/model/topic-file.ts';
import { suggestTopics } from '../../src/pipeline/suggest-topics.ts';
import { writeTopic } from '../../src/pipeline/write-topic.ts';
import { RUNS } from './runs.ts';
import { topic } from './topic.ts';

/** One paper for each text; all that differs is what a test is about. */
const papersOf = (...texts: string[]) =>
  texts.map((abstract, i) => ({ slug: `p${i}`, title: `Note ${'abcdefghij'[i % 10]}`, abstract }));

const suggested = (...texts: string[]) => suggestTopics(papersOf(...texts), [], 20);

const find = (label: string, ...texts: string[]) => suggested(...texts).find(({ topic }) => topic.label === label);

describe('a suggested topic', () => {
  const texts = [
    'We map coral bleaching (CB) from the air. Coral bleaching spreads in warm years.',
    'On CB in shallow lagoons, and how CB ends.',
    'The causes of coral bleachings are many; coral bleaching is one sign of heat.',
    'Of tides and sand.',
  ];

  test('is a recurring phrase with its acronym; papers that write the acronym alone or the plural count', () => {
    expect(find('Coral bleaching', ...texts)).toMatchObject({
      topic: { slug: 'coral-bleaching', aliases: ['CB'], negative: [] },
      papers: ['p0', 'p1', 'p2'],
    });
  });

  test('comes with a stub of a definition and a sentence, and is written and read back the same', () => {
    const { topic } = find('Coral bleaching', ...texts)!;
    expect(writeTopic(topic).text).toMatchInlineSnapshot(`
      "---
      label: Coral bleaching
      facet: task
      aliases:
        - CB
      negative: []
      definition: "Counts: work on coral bleaching. Not: naming it in passing."
      ---

      Papers that speak of coral bleaching.
      "
    `);
    expect(readTopic('coral-bleaching', writeTopic(topic).text).output).toEqual(topic);
  });

  test('is not a piece of a longer phrase that it hardly leaves', () => {
    const labels = suggested(
      'Tidal energy storage is cheap. We build tidal energy storage.',
      'The price of tidal energy storage, and why tidal energy storage pays.',
      'For tidal energy storage there is sand.',
    ).map(({ topic }) => topic.label);
    expect(labels).toContain('Tidal energy storage');
    expect(labels).not.toContain('Tidal energy');
    expect(labels).not.toContain('Energy storage');
  });

  test('never cuts a hyphenated compound, nor crosses a comma or a function word', () => {
    const labels = suggested(
      'Salt-tolerant rice, deep wells and roots.',
      'The salt-tolerant rice, deep wells of old.',
      'With salt-tolerant rice, deep wells dry.',
    ).map(({ topic }) => topic.label.toLowerCase());
    expect(labels).toContain('salt-tolerant rice');
    expect(labels.filter((label) => /^tolerant|rice deep|wells of/.test(label))).toEqual([]);
  });

  test('has one name for spellings that differ by a blank, a hyphen, or the ending of the last word', () => {
    const spellings = [
      'a groundwater model',
      'the groundwater models',
      'ground-water models',
      'ground water models',
      'ground water modelling',
    ];
    const texts = [...spellings, ...spellings].map((words, i) => `Wells and ${words} in case ${i}.`);
    const water = suggested(...texts).filter(({ topic }) => /water/i.test(topic.label));
    expect(water.map(({ topic, papers }) => [topic.label, topic.aliases, papers.length])).toEqual([
      ['Ground water models', ['groundwater model', 'ground water modelling'], 10],
    ]);
  });

  test('goes under a broader one that is its head', () => {
    const texts = [
      'Beam forging.',
      'Of forging.',
      'Hot forging, and forging by hand.',
      'Hot forging.',
      'Why hot forging?',
      'Forging.',
      'To forging.',
    ];
    expect(find('Hot forging', ...texts)?.topic.broader).toBe('forging');
  });

  test('is not what a topic of the catalogue or its alias names already', () => {
    const known = topic({ slug: 'reefs', label: 'Reefs', aliases: ['Coral-Bleaching'] });
    const labels = suggestTopics(papersOf(...texts), [known]).map(({ topic }) => topic.label);
    expect(labels).not.toContain('Coral bleaching');
  });

  test('is no word that abstracts use and titles avoid, however frequent', () => {
    const labels = suggested(
      'We propose an existing approach with good performance. Lichen growth.',
      'We propose another existing approach with good performance. Lichen growth.',
      'They propose an existing approach with good performance. Lichen growth.',
    ).map(({ topic }) => topic.label);
    const after = labels.slice(labels.indexOf('Lichen growth') + 1);
    expect(labels).toContain('Lichen growth');
    expect(labels.filter((label) => /approach|propose/i.test(label) && !after.includes(label))).toEqual([]);
  });

  test('formulas and TeX commands are no words', () => {
    const labels = suggested('Let $\\mathcal{O}(n)$ be \\textbf{bold} moss.', 'So $\\mathcal{O}(n)$ is \\textbf{bold} moss.').map(
      ({ topic }) => topic.slug,
    );
    expect(labels.join(' ')).not.toMatch(/mathcal|textbf/);
  });
});

describe('whatever the texts', () => {
  const word = fc.constantFrom(
    'moss',
    'Moss',
    'mosses',
    'MOSS',
    'bog',
    'bogs',
    'peat',
    'the',
    'of',
    '—',
    '(BP)',
    'bog-peat',
    'ボグ',
    '{x}',
    '<y>',
    '$a$',
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );
  const corpus = fc.array(fc.record({ title: text, abstract: text }), { maxLength: 8 });

  test('addresses are unique, papers are of the corpus, and every topic is read back as it was written', () => {
    fc.assert(
      fc.property(corpus, (found) => {
        const papers = found.map((each, i) => ({ slug: `p${i}`, ...each }));
        const suggestions = suggestTopics(papers);
        const slugs = suggestions.map(({ topic }) => topic.slug);
        expect(new Set(slugs).size).toBe(slugs.length);
        for (const { topic, papers: own } of suggestions) {
          expect(own.length).toBeGreaterThan(1);
          expect(papers.map(({ slug }) => slug)).toEqual(expect.arrayContaining(own));
          expect(readTopic(topic.slug, writeTopic(topic).text)).toEqual({ output: topic, messages: [] });
        }
      }),
      RUNS,
    );
  });
});
