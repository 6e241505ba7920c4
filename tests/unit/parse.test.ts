import { describe, expect, test } from 'vitest';
import type { RawRecord } from '../../src/model/record.ts';
import { parse } from '../../src/pipeline/parse.ts';
import { toTexts } from '../../scripts/reporters/terminal.ts';
import { fixtures } from '../fixtures.ts';

describe('parse', () => {
  for (const fixture of fixtures('parse')) {
    test(fixture.sentence, async () => {
      const { output, messages } = parse({ name: 'dump.txt', text: fixture.text('dump.txt') });
      expect(output).toEqual(fixture.json<RawRecord[]>('records.json'));
      await expect(toTexts(messages)).toMatchFileSnapshot(fixture.path('messages.txt'));
    });
  }
});
