import { describe, expect, test } from 'vitest';
import { toTexts } from '../../../scripts/reporters/terminal.ts';
import { readTopic } from '../../../src/model/topic-file.ts';

function read(hint: string) {
  const text = `---\nlabel: Datasets\nfacet: contribution\nhints:\n  - ${JSON.stringify(hint)}\n---\n\nNew collections.\n`;
  return readTopic('datasets', text, 'content/topics/datasets.mdx');
}

describe('a hint', () => {
  test.each(['new|novel dataset', 'release * data-set|corpus', '# hour of', 'dataset', '深層 * 学習', ' spaced  out '])(
    '%j is read',
    (hint) => {
      const { output, messages } = read(hint);
      expect(messages).toEqual([]);
      expect(output?.hints).toEqual([hint]);
    },
  );

  test.each(['* dataset', 'new *', 'new * * dataset', 'new | dataset', 'new|', '|', '*', '', 'new – dataset'])(
    '%j is refused, for it could never be found as it stands',
    (hint) => {
      const { output, messages } = read(hint);
      expect(output).toBeUndefined();
      expect(messages.map(({ ruleId, line }) => ({ ruleId, line }))).toEqual([{ ruleId: 'invalid-value', line: 5 }]);
    },
  );

  test('that is refused is told with its place and what to write instead', () => {
    expect(toTexts(read('* dataset').messages)).toMatchInlineSnapshot(`
      "content/topics/datasets.mdx:5:5  error  invalid-value
        hints.1 is "* dataset".
        Write hints: ["release|present * dataset|corpus"].
      "
    `);
  });
});
