import { expect, test } from 'vitest';
import { changeGroups, toChangesJson } from '../../../../src/catalogue/upkeep/changes.ts';
import { readLedger } from '../../../../src/model/ledger.ts';
import { siteSchema } from '../../../../src/model/site.ts';
import { catalogueOf, core, entry } from '../papers.ts';

const catalogue = catalogueOf([entry({ slug: 'a', title: 'A now', topics: [core('nlp')] })]);
const line = (run: number, change: string, paper: string, more: object = {}) =>
  JSON.stringify({ run, change, paper, title: `${paper} then`, ...more });
const recorded = (lines: string[]) => ({
  catalogue,
  redirects: [],
  ledger: readLedger(lines.join('\n'), 'content/ledger.jsonl').output,
});

test('the last import stands first, its changes by kind', () => {
  const lines = [line(1, 'added', 'a'), line(2, 'retagged', 'a'), line(2, 'edited', 'a', { fields: ['title'] })];
  expect(changeGroups(recorded(lines)).map(({ run, heading }) => `${run}: ${heading}`)).toEqual([
    '2: 1 paper edited',
    '2: 1 paper retagged',
    '1: 1 paper added',
  ]);
});

test('a paper is called what it is called now, or what it was called last, and then has no link', () => {
  const [group] = changeGroups(recorded([line(1, 'added', 'a'), line(1, 'added', 'b')]));
  expect(group?.rows.map(({ title, path }) => [title[0]?.text, path])).toEqual([
    ['A now', 'papers/a/'],
    ['b then', undefined],
  ]);
});

test('of very many changes some are shown and the rest counted; the JSON file has them all', () => {
  const many = recorded(Array.from({ length: 120 }, (_, i) => line(1, 'added', `p${i}`)));
  const [group] = changeGroups(many);
  expect(group?.heading).toBe('120 papers added');
  expect((group?.rows.length ?? 0) + (group?.more ?? 0)).toBe(120);
  expect(group?.rows.length).toBeLessThan(120);
  const { changes } = JSON.parse(toChangesJson(many, siteSchema.parse({ base: '/c/' }))) as { changes: { url: string }[] };
  expect(changes).toHaveLength(120);
  expect(changes[0]?.url).toBe('/c/papers/p0/');
});

test('where nothing happened the JSON file is an empty list', () => {
  expect(JSON.parse(toChangesJson(recorded([]), siteSchema.parse({})))).toEqual({ changes: [] });
});
