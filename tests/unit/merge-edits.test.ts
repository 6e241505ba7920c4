import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntry } from '../../src/model/entry.ts';
import type { Entry, TaggedPaper } from '../../src/model/paper.ts';
import { DOUBTS } from '../../src/model/record.ts';
import { STRENGTHS, type Tag } from '../../src/model/tag.ts';
import { mergeEdits } from '../../src/pipeline/merge-edits.ts';
import { writeMdx } from '../../src/pipeline/write-mdx.ts';
import { hostileEmphasis, hostileLine } from './hostile.ts';
import { RUNS } from './runs.ts';

const shelves: Tag = { slug: 'shelves', strength: 'core', evidence: ['Shelves'] };
const books: Tag = { slug: 'books', strength: 'minor', evidence: ['books'] };
const paper: TaggedPaper = {
  slug: 'of-shelves',
  title: 'Of Shelves',
  abstract: 'We study how shelves are filled.',
  emphasis: [],
  topics: [shelves, books],
  links: [],
  doubts: [],
  sources: [{ dump: 'a.txt', hash: '0123456789abcdef' }],
  records: 1,
  run: 1,
  place: 1,
  origin: { dump: 'a.txt', line: 1 },
};

/** An entry as it stands after the import has written it. */
function imported(of: TaggedPaper): Entry {
  return asFile(mergeEdits(of, undefined).output);
}

/** The entry as the next import reads it from its file. */
function asFile(entry: Entry): Entry {
  const { output } = readEntry(entry.slug, writeMdx({ ...entry, text: undefined }).text);
  return output!;
}

/** An entry whose file a person has changed. */
function edited(change: (text: string) => string, of: TaggedPaper = paper): Entry {
  const { text = '' } = imported(of);
  expect(change(text)).not.toBe(text);
  return readEntry(of.slug, change(text)).output!;
}

describe('a field that nobody edited', () => {
  test('follows the dump', () => {
    const now = { ...paper, title: 'Of All Shelves', links: ['https://example.org/'], doubts: ['truncated-abstract' as const] };
    const { output, messages } = mergeEdits(now, imported(paper));
    expect(output).toMatchObject({ title: 'Of All Shelves', links: ['https://example.org/'], doubts: ['truncated-abstract'] });
    expect(messages).toEqual([]);
  });

  test('of an entry that changes nowhere gives the entry itself', () => {
    const standing = imported(paper);
    expect(mergeEdits(paper, standing).output).toBe(standing);
  });
});

describe('a person’s field', () => {
  test('stays, and what the dump says is told', () => {
    const standing = edited((text) => text.replace('"Of Shelves"', '"Of Bookshelves"'));
    const { output, messages } = mergeEdits(paper, standing);
    expect(output).toBe(standing);
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['kept-edit', 2]]);
  });

  test('stays where the import would write something new, and both sides are told', () => {
    const standing = edited((text) => text.replace('are filled.', 'are filled, and by whom.'));
    const { output, messages } = mergeEdits({ ...paper, abstract: 'Nothing like it.' }, standing);
    expect(output.abstract).toBe('We study how shelves are filled, and by whom.');
    expect(messages.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
      ['conflicting-edit', expect.stringMatching(/We study how shelves are filled, and by whom\.”.*“Nothing like it\./)],
    ]);
  });

  test('is the import’s again when the dump has come to say the same', () => {
    const standing = edited((text) => text.replace('"Of Shelves"', '"Of Bookshelves"'));
    const agreed = asFile(mergeEdits({ ...paper, title: 'Of Bookshelves' }, standing).output);
    expect(mergeEdits({ ...paper, title: 'Of Wide Bookshelves' }, agreed).output.title).toBe('Of Wide Bookshelves');
  });

  test('is no abstract’s doubt any more', () => {
    const doubtful: TaggedPaper = { ...paper, doubts: ['same-title', 'truncated-abstract'] };
    const standing = edited((text) => text.replace('are filled.', 'are filled to the end.'), doubtful);
    expect(mergeEdits(doubtful, standing).output.doubts).toEqual(['same-title']);
  });

  test('may be a link in the text: such a body is left as it is', () => {
    const standing = edited((text) => text.replace('shelves are', '[shelves](https://example.org) are'));
    const { output } = mergeEdits({ ...paper, abstract: 'Another abstract.', title: 'Another title' }, standing);
    expect(writeMdx(output).text).toContain('[shelves](https://example.org) are');
    expect(output.title).toBe('Another title');
  });
});

describe('a person’s tag', () => {
  const none = '  - slug: books\n    strength: none\n    by: person\n';
  const withNone = (text: string) => text.replace(/ {2}- slug: books\n {4}strength: minor\n {4}evidence: .*\n/, none);

  test('takes a topic away for good, and leaves the others to the import', () => {
    const standing = edited(withNone);
    const now = {
      ...paper,
      topics: [
        { ...books, strength: 'core' as const },
        { ...shelves, strength: 'minor' as const },
      ],
    };
    const { output, messages } = mergeEdits(now, standing);
    expect(output.topics.map(({ slug, strength }) => [slug, strength])).toEqual([
      ['shelves', 'minor'],
      ['books', 'none'],
    ]);
    expect(messages).toEqual([]);
    expect(mergeEdits(now, asFile(output)).output.topics).toEqual(output.topics);
  });

  test('gives a topic for good, first among those of its strength', () => {
    const standing = edited((text) =>
      text.replace('topics:\n', 'topics:\n  - slug: slips\n    strength: core\n    by: person\n'),
    );
    const { output } = mergeEdits({ ...paper, topics: [shelves] }, standing);
    expect(output.topics.map(({ slug }) => slug)).toEqual(['slips', 'shelves']);
  });

  test('that is only a changed strength, without saying so, keeps the import from all of them', () => {
    const standing = edited((text) => text.replace('strength: minor', 'strength: core'));
    const { output, messages } = mergeEdits({ ...paper, topics: [] }, standing);
    expect(output).toBe(standing);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['conflicting-edit']);
  });
});

test('a withdrawn paper is left as it is', () => {
  const standing = edited((text) => text.replace('doubts: []', 'doubts: []\nwithdrawn: {why: "An error.", when: "2026-03-13"}'));
  expect(mergeEdits({ ...paper, title: 'Another title', topics: [] }, standing).output).toBe(standing);
});

test('an entry written by hand keeps what it says, and gets a source', () => {
  const byHand = readEntry('of-shelves', '---\ntitle: Of shelves\n---\n\nBy hand.\n').output!;
  const { output } = mergeEdits(paper, byHand);
  expect(output).toMatchObject({ title: 'Of shelves', abstract: 'By hand.', sources: paper.sources });
});

test('comments and order of a file that a person formatted stay', () => {
  const standing = edited((text) => text.replace('links: []\n', '# looked for code: there is none\nlinks: []\n'));
  const { text } = writeMdx(mergeEdits({ ...paper, title: 'Of All Shelves' }, standing).output);
  expect(text).toContain('title: "Of All Shelves"\n');
  expect(text).toContain('# looked for code: there is none\nlinks: []\n');
});

describe('any edit against any new dump', () => {
  const tag = (extra: object): fc.Arbitrary<Tag> =>
    fc.record(
      {
        slug: fc.constantFrom('shelves', 'books', 'slips', 'keys'),
        strength: fc.constantFrom(...STRENGTHS.slice(0, 2)),
        evidence: fc.array(hostileLine, { maxLength: 2 }),
        ...extra,
      },
      { noNullPrototype: true },
    );
  const tags = fc.uniqueArray(tag({}), { maxLength: 3, selector: ({ slug }) => slug });
  const anyPaper = fc
    .tuple(hostileEmphasis, hostileLine, tags, fc.array(hostileLine, { maxLength: 1 }), fc.subarray([...DOUBTS]))
    .map(([text, title, topics, links, doubts]): TaggedPaper => ({ ...paper, ...text, title, topics, links, doubts }));
  const personsTags = fc.uniqueArray(tag({ by: fc.constant('person'), strength: fc.constantFrom(...STRENGTHS) }), {
    maxLength: 2,
    selector: ({ slug }) => slug,
  });
  const anyEdit = fc.record(
    { title: hostileLine, abstract: hostileLine, links: fc.array(hostileLine, { maxLength: 1 }) },
    { requiredKeys: [] },
  );

  test('keeps what is a person’s, follows the dump in the rest, and settles at once', () => {
    fc.assert(
      fc.property(anyPaper, anyPaper, anyEdit, personsTags, (old, now, edit, spoken) => {
        const before = imported(old);
        const slugs = new Set(spoken.map(({ slug }) => slug));
        const topics = [...spoken, ...before.topics.filter(({ slug }) => !slugs.has(slug))];
        const cleared = edit.abstract === undefined ? {} : { emphasis: [] };
        const standing = asFile({ ...before, ...edit, ...cleared, topics });
        const { output } = mergeEdits(now, standing);
        for (const field of ['title', 'abstract', 'links'] as const) {
          const isPersons = JSON.stringify(standing[field]) !== JSON.stringify(before[field]);
          expect(output[field]).toEqual(isPersons ? standing[field] : now[field]);
        }
        for (const each of spoken) expect(output.topics).toContainEqual(each);
        const settled = asFile(output);
        expect(mergeEdits(now, settled).output).toBe(settled);
      }),
      RUNS,
    );
  });
});
