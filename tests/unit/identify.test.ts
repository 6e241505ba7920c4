import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../../scripts/reporters/terminal.ts';
import { readEntry } from '../../src/model/entry.ts';
import type { Entry } from '../../src/model/paper.ts';
import { readRedirect, type Redirect } from '../../src/model/redirect.ts';
import { prepareTopics } from '../../src/pipeline/derive-topics.ts';
import { type Import, importDumps } from '../../src/pipeline/import-dumps.ts';
import { likeness, NearIndex, sketch } from '../../src/pipeline/identity/near.ts';
import { fixtures } from '../fixtures.ts';
import { RUNS } from './runs.ts';
import { topic } from './topic.ts';

const topics = prepareTopics([
  topic({ slug: 'shelf', label: 'Shelves' }),
  topic({ slug: 'bookend', label: 'Bookend' }),
  topic({ slug: 'card-index', label: 'Card index' }),
]);

/**
 * A case is a row of folders 1, 2, …: what there is at each import, one after the other. Files *.txt are the dumps;
 * one called `named` says which of them that import reads, without it all are. SLUG.edit replaces words in an entry
 * before it: the old words, a line `→`, the new ones. SLUG.mdx is an entry that a person writes, SLUG.deleted one
 * that a person deletes, SLUG.redirect a file of content/redirects.
 */
describe.each(['identify', 'record-changes'])('%s', (stage) => {
  for (const fixture of fixtures(stage)) {
    test(fixture.sentence, async () => {
      let state: State = { entries: [], redirects: [], ledger: '' };
      let told = '';
      for (let step = 1; existsSync(fixture.path(String(step))); step += 1) {
        const before = intervene(state, fixture.path(String(step)));
        const result = importFolder(before, fixture.path(String(step)));
        state = { ...before, entries: standingAfter(result, before.entries), ledger: result.ledger };
        const news = result.ledger.slice(before.ledger.length);
        const messages = result.messages.filter(isOfIdentity).map(toText).join('');
        told += `Import ${step}\n${stage === 'identify' ? state.entries.map(tell).join('') : news}${messages}\n`;
        expect(importFolder(state, fixture.path(String(step))).ledger).toBe(state.ledger);
      }
      await expect(told).toMatchFileSnapshot(fixture.path('told.txt'));
    });
  }
});

describe('the order of a dump decides nothing', () => {
  const records = fc.shuffledSubarray([
    'Of Shelves\n\nWe show how shelves are filled. The rest is left to readers of this paper.',
    'Of Shelves\n\nThis paper measures how long it takes to find a book on a shelf. It takes long.',
    'Of shelves!\n\nWe show how shelves are filled. The rest is left to readers of this paper.',
    'Con\n\nAn essay on arguments against the use of card indexes. There are four of them.',
    '深層学習\n\nThis paper has a title in another script. We find that its slug is a hash.',
    '学習\n\nThis paper too has a title in another script. We find that its slug is another hash.',
    'On Card Indexes\n\nWe say what card indexes were for. They were for cards, and for little else.',
  ]);
  test('about slugs and texts', () => {
    const outcome = (dump: string[]) => {
      const { files } = importDumps([{ name: 'a.txt', text: dump.join('\n\n') }], {
        ...{ entries: [], topics, unread: new Set<string>(), isWhole: true, redirects: [], ledger: '' },
      });
      return files.map(({ slug, text }) => `${slug}\n${readEntry(slug, text).output?.abstract}`).sort();
    };
    fc.assert(
      fc.property(records, (dump) => {
        expect(outcome(dump)).toEqual(outcome(dump.toSorted()));
      }),
      { numRuns: 100 },
    );
  });
});

describe('near-duplicates', () => {
  const words = fc.array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => letter.repeat(3))), {
    minLength: 30,
    maxLength: 60,
  });
  /** A text, and another that differs from it in a few words. */
  const pairs = fc.tuple(words, fc.array(fc.nat(59), { maxLength: 6 })).map(([text, changed]) => ({
    text: text.join(' '),
    other: text.map((word, at) => (changed.includes(at) ? 'changed' : word)).join(' '),
  }));

  test('are as alike as all their runs of three words say', () => {
    fc.assert(
      fc.property(pairs, ({ text, other }) => {
        // Texts of fewer runs than a sketch holds are not estimated but counted.
        expect(likeness(sketch(text), sketch(other))).toBeCloseTo(jaccard(text, other), 10);
      }),
      RUNS,
    );
  });

  test('are those that a comparison of all pairs finds', () => {
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 5, maxLength: 15 }), (all) => {
        const texts = all.flatMap(({ text, other }) => [text, other]);
        const index = new NearIndex<string>();
        const found = texts.map((text) => {
          const near = index.nearest(sketch(text), 0.7);
          index.add(text, sketch(text));
          return near !== undefined;
        });
        const expected = texts.map((text, at) => texts.slice(0, at).some((other) => jaccard(text, other) >= 0.7));
        // One of five smallest hashes is shared by all but a few in a thousand of those that are alike by 0.7.
        const missed = expected.filter((is, at) => is && !found[at]).length;
        expect(found.filter((is, at) => is && !expected[at]).length).toBe(0);
        expect(missed).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});

function jaccard(one: string, other: string): number {
  const [a, b] = [runsOf(one), runsOf(other)];
  return a.intersection(b).size / a.union(b).size;
}

function runsOf(text: string): Set<string> {
  const words = text.split(' ');
  return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')));
}

interface State {
  entries: Entry[];
  redirects: Redirect[];
  ledger: string;
}

function importFolder({ entries, redirects, ledger }: State, folder: string): Import {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const named = existsSync(join(folder, 'named')) ? readFileSync(join(folder, 'named'), 'utf8').trim().split('\n') : names;
  const dumps = named.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const unread = new Set(names.filter((name) => !named.includes(name)));
  return importDumps(dumps, { entries, topics, unread, isWhole: unread.size === 0, redirects, ledger });
}

/** What a person did before an import. */
function intervene({ entries, redirects, ledger }: State, folder: string): State {
  const find = (ending: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ slug: name.slice(0, -ending.length), text: readFileSync(join(folder, name), 'utf8') }));
  const deleted = new Set(find('.deleted').map(({ slug }) => slug));
  const written = find('.mdx').map(({ slug, text }) => readEntry(slug, text).output!);
  return {
    entries: [...entries.filter(({ slug }) => !deleted.has(slug)).map((entry) => edit(entry, folder)), ...written],
    redirects: [...redirects, ...find('.redirect').map(({ slug, text }) => readRedirect(slug, text).output!)],
    ledger,
  };
}

function standingAfter(result: Import, before: Entry[]): Entry[] {
  const entries = new Map(before.map((entry) => [entry.slug, entry]));
  for (const { slug, text } of result.files) entries.set(slug, readEntry(slug, text).output!);
  return [...entries.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function edit(entry: Entry, folder: string): Entry {
  const path = join(folder, `${entry.slug}.edit`);
  if (!existsSync(path)) return entry;
  const [old = '', now = ''] = readFileSync(path, 'utf8').trimEnd().split('\n→\n');
  expect(entry.text).toContain(old);
  return readEntry(entry.slug, entry.text!.replace(old, now)).output!;
}

function tell({ slug, title, abstract, sources, doubts, imported }: Entry): string {
  const words = abstract.split(' ');
  const shown = words.length > 8 ? `${words.slice(0, 4).join(' ')} … ${words.slice(-4).join(' ')}` : abstract;
  const from = sources.map(({ dump, hash }) => `${dump} ${hash.slice(0, 4)}`).join(', ');
  return `  ${slug}  (run ${imported?.run}, place ${imported?.place})\n    “${title}”: ${shown || 'no abstract'}\n    from ${from}${doubts.length > 0 ? `; doubts ${doubts.join(', ')}` : ''}\n`;
}

const IDENTITY = new Set([
  'same-title',
  'near-duplicate',
  'empty-title',
  'removed-paper',
  'vanished-entry',
  'kept-edit',
  'conflicting-edit',
]);
const isOfIdentity = ({ ruleId }: { ruleId?: string | undefined }) => IDENTITY.has(ruleId ?? '');
