import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toText } from '../../scripts/reporters/terminal.ts';
import { bodyToText, parseBody, readPlainBody } from '../../src/model/body.ts';
import { readEntry } from '../../src/model/entry.ts';
import { readPlainYaml } from '../../src/model/plain-yaml.ts';
import { fixtures } from '../fixtures.ts';
import { hostileLine } from './hostile.ts';
import { RUNS } from './runs.ts';

for (const fixture of fixtures('entry')) {
  test(fixture.sentence, async () => {
    const { output, messages } = readEntry('an-entry', fixture.text('entry.mdx'), 'content/papers/an-entry.mdx');
    const { text: _text, ...entry } = output ?? {};
    await expect(`${JSON.stringify(entry, null, 2)}\n`).toMatchFileSnapshot(fixture.path('entry.json'));
    await expect(messages.map(toText).join('')).toMatchFileSnapshot(fixture.path('messages.txt'));
  });
}

describe('the short cuts read what the libraries read, or nothing', () => {
  test('a body', () => {
    const lines = fc.array(fc.oneof(hostileLine, fc.constantFrom('', '', ' ', '  a', 'a  ', 'a\\')), { maxLength: 6 });
    fc.assert(
      fc.property(lines, (each) => {
        const body = each.join('\n');
        const plain = readPlainBody(body);
        if (plain !== undefined)
          expect(bodyToText(parseBody(body))).toEqual({ abstract: plain, emphasis: [], isMdx: false, isRich: false });
      }),
      RUNS,
    );
  });

  test('front matter', () => {
    const key = fc.constantFrom('title', 'year', 'a', 'n', 'no', 'null');
    const value = fc.oneof(
      fc.constantFrom(
        '',
        '[]',
        '[a, b]',
        '[a,b]',
        '["a", "b"]',
        '["a",1]',
        '{}',
        '|',
        '>-',
        '0',
        '12',
        '007',
        '1e3',
        '-1',
        '1.5',
        'true',
        'no',
        '~',
        'a',
        'a-b.c',
        '1a',
        '&a b',
        '*a',
        '# c',
        'a # c',
        'a: b',
      ),
      hostileLine,
      hostileLine.map((line) => JSON.stringify(line)),
    );
    const line = fc
      .tuple(
        fc.constantFrom('', '', '', '  ', '  - ', '    ', '- ', '      - '),
        key,
        fc.constantFrom(': ', ': ', ':', ' : '),
        value,
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const yaml = `${lines.join('\n')}\n`;
        const plain = readPlainYaml(yaml);
        if (plain !== undefined) expect(parse(yaml)).toEqual(plain);
      }),
      RUNS,
    );
  });
});
