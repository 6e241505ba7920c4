import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderEntry } from '../../../src/catalogue/render-entry.ts';
import { readPlainBody } from '../../../src/model/body.ts';
import { writeBody } from '../../../src/pipeline/mdx/body.ts';
import { hostileText } from '../hostile.ts';
import { RUNS } from '../runs.ts';
import { core } from './papers.ts';

const word = fc.constantFrom(
  'foo',
  'bar',
  'a “b”',
  '& x',
  '<',
  '{',
  '"',
  "it's",
  '–',
  'A<B>',
  '&amp;',
  '1.',
  '*',
  'https://a.b/?c&d',
  '深層',
);
const words = fc
  .array(fc.array(word, { minLength: 1, maxLength: 9 }), { maxLength: 3 })
  .map((all) => all.map((each) => each.join(' ')).join('\n\n'));

test('an abstract of plain paragraphs gives the HTML that parsing its body gives', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText, words), (abstract) => {
      const body = writeBody(abstract, []);
      const plain = readPlainBody(body);
      fc.pre(plain !== undefined);
      const topics = [core('foo', 'foo'), core('bar', plain!.slice(2, 9))];
      const text = `---\ntitle: "A"\n---\n\n${body}`;
      expect(renderEntry({ abstract: plain!, topics })).toEqual(renderEntry({ abstract: plain!, topics, text }));
    }),
    RUNS,
  );
});
