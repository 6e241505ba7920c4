import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveTopics, prepareTopics } from '../../../src/pipeline/derive-topics.ts';
import { chooseMarks } from '../../../src/pipeline/evidence/marks.ts';
import { readText } from '../../../src/pipeline/evidence/text.ts';
import { FUNCTION_WORDS } from '../../../src/pipeline/phrases/function-words.ts';
import { readEntries, readTopics } from '../../../scripts/content-folder.ts';
import { readJsonLines } from '../../../scripts/json-lines.ts';
import { readLearned } from '../../../scripts/learned-folder.ts';
import { papers } from '../real-shaped.ts';

/** Marks where each of these words earned so much, wherever it stands. */
function marksOf(title: string, abstract: string, worthOf: Record<string, number>): string[] {
  const text = readText(title, abstract);
  return chooseMarks(
    text,
    Float64Array.from(text.words, ({ stem }) => worthOf[stem] ?? 0),
  );
}

describe('a mark is what a reader would have marked', () => {
  test('a word of a hyphenated one brings all of it', () => {
    expect(marksOf('', 'We study supervised fine-tuning here.', { supervised: 1, fine: 1 })).toEqual(['supervised fine-tuning']);
    expect(marksOf('', 'Out-of-Distribution detection fails.', { distribution: 1, detection: 1 })).toEqual([
      'Out-of-Distribution detection',
    ]);
    expect(marksOf('', 'We train Qwen2.5 on text.', { qwen2: 1 })).toEqual(['Qwen2.5']);
    expect(marksOf('', 'We probe states.1 Others do not.', { states: 1, state: 1 })).toEqual(['states']); // a footnote
  });

  test.each([
    ['a bracket', 'For language processing (NLP) tasks', { processing: 2, nlp: 3, task: 0.5 }, ['NLP', 'language processing']],
    ['a quotation mark', 'What “neural” networks are', { neural: 2, network: 1 }, ['neural', 'networks']],
    ['a comma', 'Here networks, graphs', { network: 2, graph: 1 }, ['networks', 'graphs']],
    ['a sentence', 'It reads networks. Graphs follow.', { network: 2, graph: 1 }, ['networks', 'Graphs']],
  ])('%s ends it', (_what, abstract, worthOf, marks) => {
    expect(marksOf('', abstract, { ...worthOf, language: 1 }).sort()).toEqual(marks.sort());
  });

  test('an "of" that earned its share stays within it', () => {
    expect(marksOf('', 'Prompting with chain of thought helps.', { chain: 1, of: 1, thought: 1 })).toEqual(['chain of thought']);
    expect(marksOf('', 'The chain of thought helps.', { chain: 2, thought: 1 })).toEqual(['chain', 'thought']);
  });

  test('words that say what papers do are left out at its ends, and by themselves', () => {
    const worthOf = { release: 1, manually: 1, annotated: 1, corpus: 1, find: 1 };
    expect(marksOf('', 'We find that releasing helps; we release annotated corpora of a corpus.', worthOf)).not.toContain('find');
    expect(marksOf('', 'We release annotated corpus files.', worthOf)).toEqual(['annotated corpus']);
    expect(marksOf('', 'We find more.', { find: 1 })).toEqual(['find']); // else the tag would have no words
  });

  test('what only repeats another mark is left out, in whatever form', () => {
    expect(
      marksOf('', 'Adversarial attacks. An attack. Each is adversarial. Robust it is.', { adversarial: 2, attack: 2, robust: 1 }),
    ).toEqual(['Adversarial attacks', 'Robust']);
  });

  test('unless the abstract would be left without a mark', () => {
    expect(marksOf('Commonsense Reasoning', 'On reasoning with little.', { commonsense: 1, reasoning: 1 })).toEqual([
      'Commonsense Reasoning',
      'reasoning',
    ]);
  });

  test('web addresses and commands of TeX are none', () => {
    expect(marksOf('', 'At https://example.org/graph-code or www.graph.org with $\\graph$.', { graph: 1, code: 1 })).toEqual([]);
  });
});

const real = prepareTopics(readTopics('content').output, readLearned('content'));
const corpus = '../shared/corpora/iclr-2020.jsonl.gz';

/** What is wrong with the evidence of a paper's tags: nothing. */
function faultsOf(title: string, abstract: string): string[] {
  const tags = deriveTopics({ title, abstract }, real).output.topics;
  return tags.flatMap(({ slug, evidence }) => {
    const faults = evidence.flatMap((words) => faultsOfMark(words, title, abstract).map((fault) => `${fault}: ${words}`));
    if (evidence.length > 3 || new Set(evidence).size < evidence.length) faults.push('too many or twice');
    return faults.map((fault) => `${slug}: ${fault}`);
  });
}

function faultsOfMark(words: string, title: string, abstract: string): string[] {
  const faults: string[] = [];
  const ends = [words.split(' ')[0]!, words.split(' ').at(-1)!];
  if (!standsWhole(words, title) && !standsWhole(words, abstract)) faults.push('no whole words of the text');
  if (!/^[\p{L}\p{N}].*[\p{L}\p{N}\p{M}]$|^[\p{L}\p{N}]$/su.test(words)) faults.push('begins or ends with punctuation');
  if (/[()[\]{}“”"„«»\n]|[.,;:!?](?:\s|$)/.test(words)) faults.push('runs over punctuation');
  if (ends.some((word) => FUNCTION_WORDS.has(word.toLowerCase()))) faults.push('begins or ends with a function word');
  return faults;
}

/** Whether words stand in a text with no letter, digit or hyphen running on. */
function standsWhole(words: string, text: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = /[\p{L}\p{N}\p{M}][-/]?$/u.test(text.slice(0, at));
    const after = /^[-/]?[\p{L}\p{N}\p{M}]/u.test(text.slice(at + words.length));
    if (!before && !after) return true;
  }
  return false;
}

describe('evidence stands in the text as it is, whole, and reads as a term', () => {
  test('of the catalogue', () => {
    const { output: entries } = readEntries('content');
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.flatMap(({ title, abstract }) => faultsOf(title, abstract))).toEqual([]);
  });

  test('of papers as they are written', () => {
    fc.assert(
      fc.property(papers(1, 6), (some) => {
        expect(some.flatMap(({ title, abstract }) => faultsOf(title, abstract))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('of terms in every kind of punctuation', () => {
    const term = fc.constantFrom(
      ...['pre-trained language models', 'NLP', 'Chain-of-Thought', 'few-shot', 'GPT-3.5', 'BERT', 'k-NN', 'adversarial attacks'],
      ...[
        'fine-tuning',
        'diffusion model',
        'Bayes’',
        '3D',
        '日本語',
        'हिन्दी',
        'a survey of',
        'we propose',
        'which',
        '$n^2$',
        'text/image',
      ],
    );
    const joint = fc.constantFrom(
      ' ',
      ' ',
      ' ',
      '-',
      ' (',
      ') ',
      '; ',
      '. ',
      ', ',
      '/',
      ' “',
      '” ',
      '\n\n',
      '’s ',
      ' [',
      '] ',
      ': ',
    );
    const text = fc.array(fc.tuple(term, joint), { minLength: 1, maxLength: 30 }).map((pairs) =>
      pairs
        .map(([words, between]) => words + between)
        .join('')
        .trim(),
    );
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        expect(faultsOf(title.replace(/\s+/g, ' '), abstract)).toEqual([]);
      }),
    );
  });

  test.skipIf(!existsSync(corpus))('of a year of papers', () => {
    const faults = [...readJsonLines<{ title: string; abstract?: string }>(corpus)].flatMap(({ title, abstract }) =>
      faultsOf(title.replace(/\s+/g, ' '), (abstract ?? '').replace(/\s+/g, ' ')),
    );
    expect(faults).toEqual([]);
  });
});
