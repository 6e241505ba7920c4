import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSlug, MAX_SLUG_CHARS, needsSuffix, titleToSlug, withSuffix } from '../../src/model/slug.ts';
import { hostileLine } from './hostile.ts';
import { RUNS } from './runs.ts';

test.each([
  ['Wide Attention Is The Way Forward For Transformers?', 'wide-attention-is-the-way-forward-for-transformers'],
  ['NeRF: Scenes as Neural Radiance Fields', 'nerf-scenes-as-neural-radiance-fields'], // not ne-rf
  ['Galaxy Spectra neural Networks (GaSNets). I.', 'galaxy-spectra-neural-networks-gasnets-i'],
  ['/etc/passwd', 'etc-passwd'],
  ['Über die Größe', 'ueber-die-groesse'],
  ['..', ''],
  ['深層学習', ''],
])('%s → %s', (title, slug) => {
  expect(titleToSlug(title)).toBe(slug);
});

describe('a slug is cut at 120 characters', () => {
  test('on a hyphen', () => {
    const words = `${'abcdefghi '.repeat(12)}abc`;
    expect(titleToSlug(words)).toBe('abcdefghi-'.repeat(12).slice(0, -1)); // 119 characters; the next word would end at 123
  });

  test('not where it fits', () => {
    expect(titleToSlug('abcdefghi '.repeat(12))).toHaveLength(119);
    expect(titleToSlug(`${'abcdefgh '.repeat(13)}abc`)).toHaveLength(120);
  });

  test('anywhere in a single word', () => {
    expect(titleToSlug('a'.repeat(300))).toHaveLength(MAX_SLUG_CHARS);
  });
});

test.each(['', 'index', 'con', 'nul', 'com1', 'lpt9', '2', '1984'])('“%s” cannot stand without a suffix', (slug) => {
  expect(needsSuffix(slug)).toBe(true);
});

test('any title gives a name that is safe as file and address', () => {
  fc.assert(
    fc.property(hostileLine, (title) => {
      const slug = titleToSlug(title);
      expect(slug === '' || isSlug(slug)).toBe(true);
      expect(isSlug(withSuffix(slug, '0123abcd'))).toBe(true);
      expect(needsSuffix(withSuffix(slug, '0123abcd'))).toBe(false);
    }),
    RUNS,
  );
});
