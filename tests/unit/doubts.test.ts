import { describe, expect, test } from 'vitest';
import { message } from '../../src/model/messages.ts';
import { DOUBTS } from '../../src/model/record.ts';
import { findDoubts } from '../../src/pipeline/doubts.ts';

const WHOLE = 'We study how shelves are filled. The results show that slips help.';

describe('what is doubtful in a record', () => {
  const doubted: [string, string, string, string][] = [
    ['truncated-abstract', 'an abstract that ends in dots', 'T', 'We study how shelves are filled and then …'],
    ['truncated-abstract', 'one that ends in three full stops', 'T', 'We study how shelves are filled...'],
    ['truncated-abstract', 'one that ends behind a comma', 'T', 'We study shelves, slips,'],
    ['truncated-abstract', 'one that ends in a word that ends no sentence', 'T', 'We study how shelves are filled with the'],
    [
      'run-together',
      'two words that ran together',
      'T',
      'We retrieve and rank; to retrieve is easy, ranking andretrieve less so.',
    ],
    ['raw-tex', 'a command of TeX outside of math', 'T', `${WHOLE} See \\ours.`],
    ['raw-tex', 'a group of TeX', 'T', `${WHOLE} The x_{i} of it.`],
    ['missing-abstract', 'no abstract', 'T', ''],
    ['lost-characters', 'a character that stands for nothing', 'T', `${WHOLE} na\ufffdve`],
    ['lost-characters', 'a private one in the title', 'T\ue000', WHOLE],
  ];
  test.each(doubted)('%s: %s', (doubt, _, title, abstract) => {
    expect(findDoubts(title, abstract)).toEqual([doubt]);
  });

  const sure: [string, string][] = [
    ['a whole abstract', WHOLE],
    ['one that ends without full stop', 'We study how shelves are filled'],
    ['one that ends with an address', 'Code is at https://example.org/a_b^c'],
    ['one that ends with a quotation', 'We call them “shelves.”'],
    ['TeX within math', 'We show $\\alpha_{i} \\leq \\beta$ for all $i$.'],
    ['words that hold a function word', 'The therapist offers a lesson without reason; the rap and the ist are withheld.'],
    ['braces of a set', 'The set {a, b} and the code f(x) = {x}.'],
  ];
  test.each(sure)('nothing in %s', (_, abstract) => {
    expect(findDoubts('A title', abstract)).toEqual([]);
  });

  test('every doubt has a message that says what to do', () => {
    for (const doubt of DOUBTS) {
      const { reason, note } = (message as (...given: unknown[]) => { reason: string; note: string })(
        doubt,
        { file: 'a.txt' },
        'T',
        'U',
        {
          slug: 't',
          other: 'u',
        },
      );
      expect(reason).toContain('T');
      expect(note).toMatch(/\w{3}/);
    }
  });
});
