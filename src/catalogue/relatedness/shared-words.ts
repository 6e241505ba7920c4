import type { Stems } from './stems.ts';
import { BREAK, countWords, sliceWords } from './stems.ts';

/** Words that two papers share, side by side in both. */
interface Shared {
  /** Where they stand among the stems of the paper that is read. */
  from: number;
  length: number;
  worth: number;
}

const MAX_SHARED = 3;
const MAX_WORDS = 4;

/**
 * Rare words that two papers share, as they stand in the first, most telling first, at most three.
 *
 * Two words or more side by side in both are rare where few papers have them so; a single word must be rare itself, and
 * stand in the title or twice in each of the two, since many a rare word is there by chance. Words of `known` alone say
 * nothing new.
 *
 * @param known  Tells stems that the reader has read already: those of the shared topics.
 */
export function sharedWords(
  text: { title: string; abstract: string },
  at: number,
  other: number,
  stems: Stems,
  known: (stem: number) => boolean,
): string[] {
  const found = allShared(stems.papers[at]!, stems.papers[other]!)
    .map((run) => ({ ...run, worth: worth(run, at, other, stems, known) }))
    .filter((run) => run.worth > 0)
    .sort((a, b) => b.worth - a.worth || a.from - b.from);
  const kept: Shared[] = [];
  for (const run of found) {
    if (kept.length < MAX_SHARED && !kept.some((one) => overlaps(one, run, stems.papers[at]!))) kept.push(run);
  }
  return kept.map(({ from, length }) => asItStands(text, from, length));
}

/** Every longest run of stems that stands in both. */
function allShared(mine: Uint32Array, theirs: Uint32Array): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (let from = 0; from < mine.length;) {
    const length = mine[from] === BREAK ? 0 : longestRun(mine, from, theirs);
    if (length > 0) runs.push({ from, length });
    from += Math.max(1, length);
  }
  return runs;
}

function longestRun(mine: Uint32Array, from: number, theirs: Uint32Array): number {
  let longest = 0;
  for (let at = theirs.indexOf(mine[from]!); at !== -1; at = theirs.indexOf(mine[from]!, at + 1)) {
    longest = Math.max(longest, runLength(mine, from, theirs, at));
  }
  return longest;
}

function runLength(mine: Uint32Array, from: number, theirs: Uint32Array, start: number): number {
  let length = 0;
  while (length < MAX_WORDS && mine[from + length] === theirs[start + length] && (mine[from + length] ?? BREAK) !== BREAK)
    length++;
  return length;
}

/** How telling it is; 0 when it is not. */
function worth(
  { from, length }: { from: number; length: number },
  at: number,
  other: number,
  stems: Stems,
  known: (stem: number) => boolean,
): number {
  const run = stems.papers[at]!.subarray(from, from + length);
  if (run.every(known)) return 0;
  const papers = stems.papers.length;
  const rare = Math.max(2, Math.sqrt(papers));
  const rarity = (stem: number): number => Math.log(papers / stems.papersWith[stem]!);
  if (length === 1) {
    const stem = run[0]!;
    const isRare = stems.papersWith[stem]! <= rare;
    return isRare && isSalient(stem, at, stems) && isSalient(stem, other, stems) ? rarity(stem) : 0;
  }
  const isRare = run.some((stem, i) => i > 0 && stems.papersWithPair(run[i - 1]!, stem) <= rare);
  return isRare ? run.reduce((sum, stem) => sum + rarity(stem), 0) : 0;
}

function isSalient(stem: number, paper: number, stems: Stems): boolean {
  const all = stems.papers[paper]!;
  const first = all.indexOf(stem);
  return first < stems.abstractAt[paper]! || all.indexOf(stem, first + 1) !== -1;
}

function overlaps(a: Shared, b: Shared, mine: Uint32Array): boolean {
  const stems = new Set(mine.subarray(a.from, a.from + a.length));
  return mine.subarray(b.from, b.from + b.length).some((stem) => stems.has(stem));
}

function asItStands({ title, abstract }: { title: string; abstract: string }, from: number, length: number): string {
  const inTitle = countWords(title);
  return from < inTitle ? sliceWords(title, from, length) : sliceWords(abstract, from - inTitle - 1, length);
}
