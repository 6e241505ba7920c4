import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTopics } from '../../scripts/content-folder.ts';

const { output: topics, messages } = readTopics('content');
const slugs = new Set(topics.map((topic) => topic.slug));
const given = '../shared/topics/vocabulary.json';

describe('content/topics', () => {
  test('every file can be read', () => {
    expect(messages.map(String)).toEqual([]);
    expect(topics.length).toBeGreaterThan(0);
  });

  test('every topic has other words, a scope note and a sentence for readers', () => {
    const bare = topics.filter(
      ({ aliases, definition, introduction }) => aliases.length < 5 || definition === '' || !/^\p{Lu}.*\.$/u.test(introduction),
    );
    expect(bare.map((topic) => topic.slug)).toEqual([]);
  });

  test('every broader topic exists, and none is its own ancestor', () => {
    const broader = new Map(topics.map((topic) => [topic.slug, topic.broader]));
    for (const { slug } of topics) {
      const chain = [slug];
      for (let next = broader.get(slug); next !== undefined; next = broader.get(next)) {
        expect(slugs, `${slug} → ${next}`).toContain(next);
        expect(chain, `${slug} → ${next}`).not.toContain(next);
        chain.push(next);
      }
    }
  });

  test('no word stands twice in a topic, nor both for and against it', () => {
    const twice = topics.flatMap(({ slug, aliases, negative }) => {
      const words = [...aliases, ...negative].map((word) => word.toLowerCase());
      return words.filter((word, i) => words.indexOf(word) !== i).map((word) => `${slug}: ${word}`);
    });
    expect(twice).toEqual([]);
  });

  test.skipIf(!existsSync(given))('labels, facets, broader topics and scope notes are those of the given vocabulary', () => {
    const wanted: object[] = JSON.parse(readFileSync(given, 'utf8'));
    const found = topics.map(({ slug, label, facet, broader, definition }) => ({
      slug,
      label,
      facet,
      ...(broader === undefined ? {} : { broader }),
      definition,
    }));
    expect(found).toEqual(expect.arrayContaining(wanted));
    expect(found).toHaveLength(wanted.length);
  });
});
