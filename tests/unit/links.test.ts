import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLinks } from '../../src/pipeline/links.ts';
import { hostileText } from './hostile.ts';
import { RUNS } from './runs.ts';

const hrefs = (text: string) => findLinks(text).map(({ href }) => href);

describe('addresses in a text', () => {
  const found: [string, string, string[]][] = [
    [
      'with a scheme',
      'Code: https://example.org/a/b?c=d&e=f#g and http://www.example.com.',
      ['https://example.org/a/b?c=d&e=f#g', 'http://www.example.com'],
    ],
    [
      'of known hosts without one',
      'at github.com/a/b and huggingface.co/c',
      ['https://github.com/a/b', 'https://huggingface.co/c'],
    ],
    [
      'without the punctuation around them',
      '(see https://example.org/a), “https://example.org/b”; https://example.org/c!',
      ['https://example.org/a', 'https://example.org/b', 'https://example.org/c'],
    ],
    [
      'with brackets of their own',
      'https://en.wikipedia.org/wiki/TeX_(software)',
      ['https://en.wikipedia.org/wiki/TeX_(software)'],
    ],
    ['with what TeX escaped', 'https://example.org/a\\_b\\%20c', ['https://example.org/a_b%20c']],
    ['without a sentence that was glued to them', 'https://example.org/code.We release it', ['https://example.org/code']],
    ['two of them glued', 'https://example.org/a,https://example.org/b', ['https://example.org/a']],
  ];
  test.each(found)('are found %s', (_, text, expected) => {
    expect(hrefs(text)).toEqual(expected);
  });

  const none: [string, string][] = [
    ['a scheme that runs code', 'javascript:alert(1) and data:text/html,<script> and vbscript:x and file:///etc/passwd'],
    ['a scheme alone', 'https:// and http://localhost and https://.'],
    ['a name with a full stop', 'Node.js, example.org, e.g./i.e. and and/or'],
    ['a known host within another word', 'notgithub.com/a and mail@github.com/x'],
    ['an address of mail', 'jane.doe@example.org'],
  ];
  test.each(none)('are not %s', (_, text) => {
    expect(hrefs(text)).toEqual([]);
  });

  test('are http or https, in order, and never overlap, in any text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let end = 0;
        for (const link of findLinks(text)) {
          expect(new URL(link.href).protocol).toMatch(/^https?:$/);
          expect(link.start).toBeGreaterThanOrEqual(end);
          expect(link.end).toBeGreaterThan(link.start);
          end = link.end;
        }
      }),
      RUNS,
    );
  });
});
