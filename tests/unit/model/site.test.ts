import { describe, expect, test } from 'vitest';
import { toText } from '../../../scripts/reporters/terminal.ts';
import { readSite } from '../../../src/model/site.ts';
import { fixtures } from '../../fixtures.ts';

describe('site.yaml', () => {
  for (const fixture of fixtures('site')) {
    test(fixture.sentence, async () => {
      const { output, messages } = readSite(fixture.text('site.yaml'), 'content/site.yaml');
      await expect(messages.map(toText).join('\n')).toMatchFileSnapshot(fixture.path('messages.txt'));
      await expect(`${JSON.stringify(output, undefined, 2)}\n`).toMatchFileSnapshot(fixture.path('site.json'));
    });
  }

  test('no file is as good as an empty one', () => {
    expect(readSite(undefined, 'content/site.yaml')).toEqual(readSite('', 'content/site.yaml'));
  });
});
