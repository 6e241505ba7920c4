import { expect, test } from 'vitest';
import type { Change } from '../../../../src/model/ledger.ts';
import { resolveRedirects } from '../../../../src/catalogue/upkeep/redirects.ts';
import { catalogueOf, entry } from '../papers.ts';

const catalogue = catalogueOf([
  entry({ slug: 'now' }),
  entry({ slug: 'gone', withdrawn: { why: 'An error.', when: '2026-03-13' } }),
]);

function resolve(
  steps: Record<string, string | undefined>,
  ledger: Change[] = [],
): { ends: Record<string, string | undefined>; told: string[] } {
  const redirects = Object.entries(steps).map(([slug, to]) => ({ slug, to, title: slug, why: '' }));
  const { output, messages } = resolveRedirects(redirects, ledger, catalogue, 'content/redirects');
  return {
    ends: Object.fromEntries(output.map(({ slug, to }) => [slug, to?.slug])),
    told: messages.map(({ file, ruleId }) => `${file} ${ruleId}`),
  };
}

test('an old address leads to the last step, a withdrawn paper included', () => {
  expect(resolve({ first: 'second', second: 'now', other: 'gone' })).toEqual({
    ends: { first: 'now', second: 'now', other: 'gone' },
    told: [],
  });
});

test('a removed paper leads nowhere, and so does what leads to it', () => {
  expect(resolve({ removed: undefined, merged: 'removed' })).toEqual({
    ends: { removed: undefined, merged: undefined },
    told: [],
  });
});

test('a step into nothing, or in a circle, is told and leads nowhere', () => {
  expect(resolve({ lost: 'nowhere', a: 'b', b: 'a', own: 'own' })).toEqual({
    ends: { lost: undefined, a: undefined, b: undefined, own: undefined },
    told: ['lost', 'a', 'b', 'own'].map((slug) => `content/redirects/${slug}.mdx lost-redirect`),
  });
});

test('where a paper stands again, its page stays its own', () => {
  expect(resolve({ now: 'gone', before: 'now' })).toEqual({
    ends: { before: 'now' },
    told: ['content/redirects/now.mdx needless-redirect'],
  });
});

test('a paper that the ledger tells removed has an old address, unless it came again', () => {
  const tell = (change: Change['change'], paper: string, to?: string): Change => ({
    run: 1,
    change,
    paper,
    title: paper,
    fields: [],
    gained: [],
    lost: [],
    to,
  });
  const ledger = [
    tell('added', 'taken'),
    tell('removed', 'taken'),
    tell('removed', 'merged', 'now'),
    tell('removed', 'again'),
    tell('added', 'again'),
    tell('removed', 'now'),
    tell('removed', 'first', 'nowhere'),
  ];
  expect(resolve({ first: 'now' }, ledger)).toEqual({ ends: { first: 'now', taken: undefined, merged: 'now' }, told: [] });
});
