import type { IndexReader } from './index-reader.ts';
import { sideBySide, union } from './postings.ts';
import type { Posting } from './postings.ts';
import type { Term } from './ranking.ts';
import { completions, corrections, halves } from './spelling.ts';
import { waysToWrite } from './words.ts';

/** A word of the query as it was found. */
export interface FoundTerm extends Term {
  word: string;
  /** What it was probably meant to be, when hardly any paper has it. */
  meant?: string;
  /** Papers with words that begin like it. */
  alike: ReadonlySet<string>;
}

/** Below this share of all papers a solid word is looked for in two parts as well. */
const RARE = 0.01;
/** A shorter word says too little of those that begin with it. */
const LEAST_LETTERS = 4;
/** So surely does a paper speak of what was meant that has a word which begins like it: `zeroth` for `zero`. */
const ALIKE = 0.5;
/** Beginnings that more papers share tell nothing: a share of all, and a few in any case. */
const MOST_ALIKE = 0.05;
const FEW_ALIKE = 3;

/** Papers that have a word in any way of writing it. */
export async function findWord(word: string, index: IndexReader, { isLast = false, otherWays = true } = {}): Promise<FoundTerm> {
  const ways = await Promise.all((otherWays ? waysToWrite(word) : [[word]]).map((words) => findTogether(words, index)));
  const posting = union([
    ...ways,
    ...(await findHalves(word, ways, index)),
    ...(isLast ? await findCompleted(word, ways, index) : []),
  ]);
  const { alike } = await index.find(word.replaceAll('-', ''));
  return { word, posting, corrected: new Map(), near: await findNear(word, index), skipped: 0, alike };
}

/** Like `findWord`; but a compound that no paper has is taken as its parts. */
export async function findWords(
  word: string,
  index: IndexReader,
  { isLast = false, otherWays = true } = {},
): Promise<FoundTerm[]> {
  const whole = await findWord(word, index, { isLast, otherWays });
  const parts = word.split('-').filter((part) => part.length > 1);
  if (whole.posting.size > 0 || parts.length < 2) return [whole];
  return Promise.all(parts.map((part, at) => findWord(part, index, { isLast: isLast && at === parts.length - 1, otherWays })));
}

/** Papers where the words stand side by side. */
export async function findTogether(words: string[], index: IndexReader): Promise<Posting> {
  const found = await Promise.all(words.map((word) => index.find(word)));
  return sideBySide(found.map(({ itself }) => itself));
}

/**
 * Give words that hardly any paper has what they were probably meant to be: of the nearest words in spelling the one that
 * most papers have together with the rest of the query; none where there is a rest and no paper has both.
 */
export async function correct(terms: FoundTerm[], index: IndexReader): Promise<FoundTerm[]> {
  const all = (await index.papers()).length;
  const candidates = await Promise.all(terms.map((term) => (isDoubtful(term) ? findLike(term, index) : Promise.resolve([]))));
  return terms.map((term, at) => {
    const others = terms.map((other, place) =>
      union([other.posting, ...(candidates[place] ?? []).map(({ posting }) => posting)]),
    );
    const shared = (posting: Posting) =>
      others.reduce((sum, other, place) => (place === at ? sum : sum + countShared(posting, other)), 0);
    const fitting = (candidates[at] ?? []).map((each) => ({ ...each, shared: shared(each.posting) }));
    const [best] = fitting.sort((a, b) => b.shared - a.shared || b.posting.size - a.posting.size);
    if (!best || (terms.length > 1 && best.shared === 0)) return withAlike(term, all);
    return { ...term, corrected: best.posting, meant: best.word };
  });
}

function withAlike(term: FoundTerm, all: number): FoundTerm {
  const { word, alike, near } = term;
  if (word.length < LEAST_LETTERS || alike.size > FEW_ALIKE + MOST_ALIKE * all) return term;
  return { ...term, near: new Map([...[...alike].map((id): [string, number] => [id, ALIKE]), ...near]) };
}

/** Rare, and no word that papers elsewhere know. */
function isDoubtful({ word, posting, near }: FoundTerm): boolean {
  return /^\p{L}{4,}$/u.test(word) && near.size === 0 && posting.size <= (word.length > 4 ? 1 : 0);
}

/** Words spelt nearly like this one, which more papers have. */
async function findLike({ word, posting }: FoundTerm, index: IndexReader): Promise<{ word: string; posting: Posting }[]> {
  const known = await index.wordsLike(word);
  const nearest = corrections(word, known).filter((other) => (known.get(other) ?? 0) > 3 * posting.size);
  const found = await Promise.all(nearest.map(async (other) => ({ word: other, posting: (await index.find(other)).itself })));
  return found.filter((other) => other.posting.size > 0);
}

function countShared(one: Posting, other: Posting): number {
  let shared = 0;
  for (const id of one.keys()) if (other.has(id)) shared += 1;
  return shared;
}

/** `pointcloud` where papers write `point cloud`. */
async function findHalves(word: string, ways: Posting[], index: IndexReader): Promise<Posting[]> {
  if (!/^\p{L}{6,}$/u.test(word)) return [];
  const all = (await index.papers()).length;
  if (union(ways).size > Math.max(1, RARE * all)) return [];
  const cuts = halves(word, await index.wordsLike(word)).slice(0, 4);
  const found = await Promise.all(cuts.map((cut) => findTogether(cut, index)));
  const [best] = found.sort((a, b) => b.size - a.size);
  return best ? [best] : [];
}

/** A last word that hardly any paper has is still being typed. */
async function findCompleted(word: string, ways: Posting[], index: IndexReader): Promise<Posting[]> {
  if (word.length < 2 || union(ways).size > 1) return [];
  const words = completions(word, await index.wordsLike(word));
  const found = await Promise.all(words.map((each) => index.find(each)));
  return found.map(({ itself }) => itself);
}

async function findNear(word: string, index: IndexReader): Promise<Map<string, number>> {
  const parts = word.split('-').filter(Boolean);
  const found = await Promise.all([...new Set([parts.join(''), ...parts])].map((part) => index.find(part)));
  const near = new Map<string, number>();
  for (const each of found) for (const [id, nearness] of each.near) near.set(id, Math.max(nearness, near.get(id) ?? 0));
  return near;
}
