import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../../../scripts/reporters/terminal.ts';
import { readAccuracy } from '../../../src/model/accuracy.ts';
import { readLedger } from '../../../src/model/ledger.ts';
import { readRedirect } from '../../../src/model/redirect.ts';
import { fixtures } from '../../fixtures.ts';
import { RUNS } from '../runs.ts';

describe.each([
  { kind: 'ledger', name: 'ledger.jsonl', read: (text: string) => readLedger(text, 'content/ledger.jsonl') },
  { kind: 'redirect', name: 'redirect.mdx', read: (text: string) => readRedirect('old', text, 'content/redirects/old.mdx') },
  { kind: 'accuracy', name: 'accuracy.json', read: (text: string) => readAccuracy(text, 'content/learned/accuracy.json') },
])('$kind', ({ kind, name, read }) => {
  for (const fixture of fixtures(kind)) {
    test(fixture.sentence, async () => {
      const { output, messages } = read(fixture.text(name));
      await expect(messages.map(toText).join('\n')).toMatchFileSnapshot(fixture.path('messages.txt'));
      await expect(`${JSON.stringify(output ?? null, undefined, 2)}\n`).toMatchFileSnapshot(fixture.path('output.json'));
    });
  }

  test('whatever the file says, it is read or refused with a reason', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((json) => `---\ntitle: ${json}\n---\n`),
    );
    fc.assert(
      fc.property(text, (each) => {
        const { output, messages } = read(each);
        if (output === undefined) expect(messages).not.toEqual([]);
        for (const message of messages) expect(toText(message)).toContain('content/');
      }),
      RUNS,
    );
  });
});

test('where there is no file, nothing happened and nothing was measured', () => {
  expect(readLedger(undefined, 'content/ledger.jsonl')).toEqual({ output: [], messages: [] });
  expect(readAccuracy(undefined, 'content/learned/accuracy.json')).toEqual({ output: undefined, messages: [] });
});
