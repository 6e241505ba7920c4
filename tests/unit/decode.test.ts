import { expect, test } from 'vitest';
import { decode } from '../../src/pipeline/decode.ts';

const read = (text: string): string => decode('dump.txt', new TextEncoder().encode(text)).output;

test('in JSON a line separator within a string ends no line, and elsewhere it ends one', () => {
  const json = '{"title": "Of Shelves", "abstract": "One sentence.\u2028Another.\u0085And one more."}\r\n{"title": "Slips"}';
  expect(read(json).split('\n')).toHaveLength(2);
  expect(read('Of Shelves\u2028One sentence.\r\nAnother.\u0085').split('\n')).toHaveLength(4);
});
