import { foreignLanguage } from '../../language.ts';
import type { Block } from './line.ts';
import type { Usual } from './shape.ts';
import {
  abstractOdds,
  hasAddress,
  runsOn,
  sameAbstractOdds,
  stemsOf,
  titleLengthOdds,
  titleWordsOdds,
  wrapOdds,
} from './shape.ts';

/** What the blocks look like, alone and beside what stands before them; blocks are named by their index. */
export interface Looks {
  /** Of each block, the log odds that it is an abstract. */
  odds: number[];
  /** Log odds that a block goes on in the middle of the sentence or phrase of another. */
  runsOn(last: number, index: number): number;
  /** Score of a block as the next line of the title that stands from `from` to `last`. */
  goesOn(from: number, last: number, index: number): number;
  /** Log odds that a block belongs to the paper that stands from `from` to `last`. */
  same(from: number, last: number, index: number): number;
}

export function lookAt(blocks: Block[]): Looks {
  const odds = blocks.map((block) => (block.furniture?.certain ? 0 : abstractOdds(block.text)));
  const text = (index: number): string => blocks[index]?.text ?? '';
  const stems = rememberNear((index) => stemsOf(text(index)));
  /** The abstract that a title read at `index` would have: the first block behind it that looks like one. */
  const nextAbstract = (index: number): number | undefined =>
    range(index + 1, index + 4).find((each) => (odds[each] ?? 0) > CLEARLY_ABSTRACT);
  const languages: string[] = [];
  const languageOf = (index: number): string => (languages[index] ??= foreignLanguage(text(index).slice(0, 600)) ?? '');
  const usual = usualIn(blocks, odds, stems, languageOf);
  return {
    odds,
    runsOn: (last, index) => runsOn(text(last), text(index)),
    goesOn: rememberLast((from, last, index) => {
      const title = joinTexts(blocks.slice(from, last + 1));
      const both = `${title} ${text(index)}`;
      if (!/\p{L}/u.test(title) || !/\p{L}/u.test(text(index)) || hasAddress(title)) return -Infinity;
      const [titleOdds, titleStems] = from === last ? [odds[from] ?? 0, stems(from)] : [abstractOdds(title), stemsOf(title)];
      const length = titleLengthOdds(both) - titleLengthOdds(title);
      const abstract = nextAbstract(index);
      const words = abstract === undefined ? 0 : titleWordsOdds(titleStems, stems(index), stems(abstract));
      const longer = Math.min(0, -abstractOdds(both)) - Math.min(0, -titleOdds);
      const signs = length + runsOn(text(last), text(index)) + wrapOdds(text(last), text(index)) + words;
      return longer + Math.min(MOST_SIGNS, signs) - SECOND_LINE;
    }),
    same: rememberLast((from, last, index) => {
      const indices = range(Math.max(from, last - MOST_BLOCKS), last);
      const length = indices.reduce((sum, each) => sum + text(each).length, 0);
      const inLanguage = usual.get(languageOf(index) || languageOf(last)) ?? NOTHING_USUAL;
      return sameAbstractOdds({ length, stems: indices.map(stems), last: text(last) }, text(index), stems(index), inLanguage);
    }),
  };
}

/** What was found of blocks near each other: of a long dump, all of it would be many times the dump. */
function rememberNear(find: (index: number) => Set<number>): (index: number) => Set<number> {
  const known = new Map<number, Set<number>>();
  return (index) => {
    let found = known.get(index);
    if (found === undefined) {
      known.set(index, (found = find(index)));
      if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? index);
    }
    return found;
  };
}

/** More than one paper is looked at in. */
const MOST_KNOWN = 32;

/** The readings of a dump mostly agree on where a paper began: what was asked for one of them is known for the others. */
function rememberLast(look: Looks['same']): Looks['same'] {
  let known = new Map<string, number>();
  let indexNow = -1;
  return (from, last, index) => {
    if (index !== indexNow) [known, indexNow] = [new Map(), index];
    const key = `${from} ${last}`;
    const value = known.get(key) ?? look(from, last, index);
    known.set(key, value);
    return value;
  };
}

/** A block with these odds to be an abstract is no line of a title. */
export const CLEARLY_ABSTRACT = 5;
const SECOND_LINE = 4;
/** Of a title's second line; more, and one odd abstract would pay for a title without one. */
const MOST_SIGNS = 6;

/** Of a language that no abstract of the dump is in. */
const NOTHING_USUAL: Usual = { length: 1200, abstracts: 0, occurrences: new Map() };

/** Of a paper in more blocks than this only the last count: a dump may be one endless abstract. */
const MOST_BLOCKS = 8;

/**
 * What is usual in abstracts, by their language: `foreignLanguage`, an empty string for all others. Each language by
 * itself, for among thousands of English papers every word of a few French ones would be rare. Of a long dump, some
 * 1,000 abstracts of a language show it.
 */
function usualIn(
  blocks: Block[],
  odds: number[],
  stems: (index: number) => Set<number>,
  languageOf: (index: number) => string,
): Map<string, Usual> {
  const abstracts = new Map<string, number[]>();
  for (const index of blocks.keys()) {
    if ((odds[index] ?? 0) <= 3) continue;
    const language = languageOf(index);
    const known = abstracts.get(language);
    if (known === undefined) abstracts.set(language, [index]);
    else known.push(index);
  }
  return new Map([...abstracts].map(([language, indices]) => [language, usualOf(indices, blocks, stems)]));
}

function usualOf(indices: number[], blocks: Block[], stems: (index: number) => Set<number>): Usual {
  const every = Math.ceil(indices.length / 1000);
  const sample = indices.filter((_, place) => place % every === 0);
  const lengths = sample.map((index) => blocks[index]?.text.length ?? 0).sort((a, b) => a - b);
  const occurrences = new Map<number, number>();
  for (const index of sample) for (const stem of stems(index)) occurrences.set(stem, (occurrences.get(stem) ?? 0) + 1);
  return { length: lengths[Math.floor(lengths.length / 2)] ?? 1200, abstracts: sample.length, occurrences };
}

function joinTexts(blocks: Block[]): string {
  return blocks.map((block) => block.text).join(' ');
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
