import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntry } from '../../src/model/entry.ts';
import type { Entry } from '../../src/model/paper.ts';
import type { Tag } from '../../src/model/tag.ts';
import { isSlug } from '../../src/model/slug.ts';
import { prepareTopics } from '../../src/pipeline/derive-topics.ts';
import { type Dump, type Import, importDumps } from '../../src/pipeline/import-dumps.ts';
import { hostileLine } from './hostile.ts';
import { RUNS } from './runs.ts';

const topics = prepareTopics([]);

function importAgain(dumps: Dump[], entries: Entry[], ledger = ''): Import {
  return importDumps(dumps, { entries, topics, unread: new Set(), isWhole: true, redirects: [], ledger });
}

/** The entries as they stand after an import: those that it wrote, read back, and the others. */
function after(result: Import, before: Entry[] = []): Entry[] {
  const written = result.files.map(({ slug, text }) => {
    const { output, messages } = readEntry(slug, text);
    expect(messages.map(String)).toEqual([]);
    return output!;
  });
  const slugs = new Set(written.map(({ slug }) => slug));
  return [...before.filter(({ slug }) => !slugs.has(slug)), ...written].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Lines as a page or a person may leave them in a dump. */
const line = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: hostileLine },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Of Shelves and Slips',
      'of shelves, and slips',
      'On Card Indexes',
      'We show how shelves are filled. The rest is left to readers, and most of it stays.',
      'This paper is about card indexes and what they were for. We find that they were for cards.',
      'Mar 13',
      'Subscribe',
      'con',
      '深層学習',
      '12',
    ),
  },
);
const anyDump = fc
  .array(line, { maxLength: 14 })
  .map((lines) => lines.join('\n'))
  .map((text) => text.toWellFormed());

test('topics that are known by the words of a paper are not derived again', () => {
  const dump = { name: 'a.txt', text: 'Of Shelves and Slips\n\nWe show how shelves are filled with slips.' };
  const known = { entries: [], topics, unread: new Set<string>(), isWhole: true, redirects: [], ledger: '' };
  const [key] = importDumps([dump], known).derived.keys();
  const tags: Tag[] = [{ slug: 'shelving', strength: 'core', evidence: ['shelves'] }];
  const { files, derived } = importDumps([dump], { ...known, derived: new Map([[key!, tags]]) });
  expect(files[0]?.text).toContain('slug: shelving');
  expect(derived).toEqual(new Map([[key, tags]]));
});

describe('any dump', () => {
  test('gives entries that read back, counts every record once, and changes nothing when it is read again', () => {
    fc.assert(
      fc.property(fc.array(anyDump, { minLength: 1, maxLength: 2 }), (texts) => {
        const dumps = texts.map((text, at) => ({ name: `${at}.txt`, text }));
        const first = importAgain(dumps, []);
        const entries = after(first);
        expect(first.tally.records).toBe(first.tally.papers + first.tally.merged + first.tally.reported);
        expect(new Set(entries.map(({ slug }) => slug)).size).toBe(first.tally.papers);
        for (const { slug } of entries) expect(isSlug(slug)).toBe(true);
        const second = importAgain(dumps, entries, first.ledger);
        expect(second.files).toEqual([]);
        expect(second.ledger).toBe(first.ledger);
        expect(second.tally).toEqual(first.tally);
      }),
      RUNS,
    );
  });

  test('in the place of any other leaves every slug, and settles at once', () => {
    fc.assert(
      fc.property(anyDump, anyDump, fc.boolean(), (old, now, isSameFile) => {
        const brought = importAgain([{ name: 'a.txt', text: old }], []);
        const before = after(brought);
        const dumps = [{ name: isSameFile ? 'a.txt' : 'b.txt', text: now }];
        const first = importAgain(dumps, before, brought.ledger);
        const entries = after(first, before);
        expect(entries.map(({ slug }) => slug)).toEqual(expect.arrayContaining(before.map(({ slug }) => slug)));
        const second = importAgain(dumps, entries, first.ledger);
        expect(second.files).toEqual([]);
        expect(second.ledger).toBe(first.ledger);
        // Entries that were lost come back as they were, where their records are still there.
        const again = importAgain(dumps, [], first.ledger);
        for (const { slug, text } of again.files) {
          const entry = entries.find((each) => each.slug === slug);
          if (entry) expect(text).toContain(`  run: ${entry.imported?.run}\n  place: ${entry.imported?.place}\n`);
        }
      }),
      RUNS,
    );
  });

  test('under a title that had no abstract, two abstracts are two papers, and settle at once', () => {
    const brought = importAgain([{ name: 'a.txt', text: 'Of Shelves and Slips' }], []);
    const dumps = [{ name: 'a.txt', text: 'Of Shelves and Slips\n𮹞\nOf Shelves and Slips\n!' }];
    const first = importAgain(dumps, after(brought), brought.ledger);
    const entries = after(first, after(brought));
    expect(entries.map(({ abstract, sources }) => [abstract, sources.length])).toEqual([
      ['𮹞', 1],
      ['!', 1],
    ]);
    expect(importAgain(dumps, entries, first.ledger).files).toEqual([]);
  });

  test('a correction in one of two dumps is not taken back by the other at the next import', () => {
    const text = 'On Card Indexes\nThis paper is about card indexes and what they were for. We find that they were for cards.\n';
    const other = { name: 'b.txt', text: text.replace('for. We', 'for; we') };
    const brought = importAgain([{ name: 'a.txt', text }, other], []);
    const dumps = [{ name: 'a.txt', text: text.replace('for cards', 'for cards and for slips') }, other];
    const first = importAgain(dumps, after(brought), brought.ledger);
    const entries = after(first, after(brought));
    expect(entries.map(({ abstract }) => abstract)).toEqual([expect.stringContaining('for cards and for slips')]);
    expect(importAgain(dumps, entries, first.ledger).files).toEqual([]);
  });

  test('a record that a redirect led to a paper never speaks for it, however often it is read and whatever goes', () => {
    const old =
      'Old Draft Title Here\nThis paper is about card indexes and what they were for. We find that they were for cards.\n';
    const good = 'Good Title of the Paper\nThis paper tells what card indexes were for, and that they were for cards alone.\n';
    const brought = importAgain([{ name: 'a.txt', text: good }], []);
    const redirects = [{ slug: 'old-draft-title-here', title: 'Old Draft Title Here', to: 'good-title-of-the-paper', why: '' }];
    const next = (text: string, { entries, ledger }: { entries: Entry[]; ledger: string }) => {
      const result = importDumps([{ name: 'a.txt', text }], {
        ...{ entries, ledger, redirects, topics, unread: new Set<string>(), isWhole: true },
      });
      return { entries: after(result, entries), ledger: result.ledger };
    };
    let state = { entries: after(brought), ledger: brought.ledger };
    for (const text of [good + old, good + old, old, old]) {
      state = next(text, state);
      expect(state.entries.map(({ slug, title }) => [slug, title])).toEqual([
        ['good-title-of-the-paper', 'Good Title of the Paper'],
      ]);
    }
  });
});
