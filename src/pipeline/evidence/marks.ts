import { type Text, wordsAsTheyStand } from './text.ts';
import { isAfterBlank, isMachineText, type Token, tokenAt } from './tokens.ts';
import { isFiller, isVague } from './vague.ts';
import type { Word } from './words.ts';

const MAX_MARKS = 3;
/** A word is part of a mark when it earned this share of what the best word earned. */
const MIN_SHARE = 0.2;
/** A mark beside the first is worth this share of it. */
const MIN_RUN_SHARE = 0.2;
const MAX_WORDS = 6;
/** Two words are forms of one when they begin with so many of the same letters, and with this share of the longer one's. */
const MIN_SAME_LETTERS = 5;
const MIN_SAME_SHARE = 0.6;

interface Run extends Token {
  worth: number;
  isInTitle: boolean;
}

/**
 * The words that weighed most for a topic, as they stand in title or abstract, most telling first.
 *
 * Neighbouring words that earned something are one mark, and a mark begins and ends with whole words: `fine` of
 * `fine-tuning` is none. Words that another mark has already, in whatever form, are not marked again, unless the abstract
 * would be left without a mark. Words of any abstract (`find`, `existing`) are marked only where no others earned the topic.
 *
 * @param worth  What each word of the text earned; words at 0 or below are never what a mark is for.
 */
export function chooseMarks(text: Text, worth: Float64Array): string[] {
  const runs = readRuns(text, worth).sort((a, b) => b.worth - a.worth || a.from - b.from);
  const telling = runs.filter((run) => !isVagueThroughout(run, text));
  const chosen = telling.length > 0 ? chooseUnlike(telling, text) : runs.slice(0, 1);
  const inAbstract = telling.find(({ isInTitle }) => !isInTitle);
  if (inAbstract && chosen.every((run) => run.isInTitle && !standsInAbstract(run, telling, text)))
    chosen.splice(MAX_MARKS - 1, 1, inAbstract);
  return chosen.map((run) => wordsAsTheyStand(text, run));
}

/** The first three of which none only repeats another, and none is worth far less than the first. */
function chooseUnlike(runs: Run[], { words }: Text): Run[] {
  const chosen: Run[] = [];
  for (const run of runs) {
    if (run.worth < MIN_RUN_SHARE * runs[0]!.worth) break;
    if (!chosen.some((other) => repeats(run, other, words))) chosen.push(run);
    if (chosen.length === MAX_MARKS) break;
  }
  return chosen;
}

/** Whether each word of a run is one of the other's, in some form. */
function repeats(run: Run, other: Run, words: Word[]): boolean {
  for (let at = run.from; at < run.to; at++) {
    let isThere = false;
    for (let i = other.from; i < other.to && !isThere; i++) isThere = isFormOf(words[at]!.stem, words[i]!.stem);
    if (!isThere) return false;
  }
  return true;
}

/** `attack` and `attacks`, `generate` and `generation`, but not `interpretable` and `interpolation`. */
function isFormOf(a: string, b: string): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= MIN_SAME_LETTERS && same >= MIN_SAME_SHARE * Math.max(a.length, b.length);
}

function readRuns(text: Text, worth: Float64Array): Run[] {
  let most = 0;
  for (let at = 0; at < worth.length; at++) most = Math.max(most, worth[at]!);
  const floor = most * MIN_SHARE;
  const runs: Run[] = [];
  if (floor <= 0) return runs;
  for (let at = 0; at < worth.length; at++) {
    if (worth[at]! < floor || saysNothing(text.words[at]!, text) || isMachineText(text, at)) continue;
    const token = tokenAt(text, at);
    const last = runs.at(-1);
    if (last && bridges(last.to, token.from, worth, floor, text) && token.to - last.from <= MAX_WORDS) last.to = token.to;
    else runs.push({ ...token, worth: 0, isInTitle: text.places[at] === 'title' });
    at = token.to - 1;
  }
  return runs.map((run) => trim(run, text)).map((run) => ({ ...run, worth: sum(worth, run) }));
}

/** Whether two tokens stand side by side, or with an `of` between them that earned its share: `chain of thought`. */
function bridges(end: number, start: number, worth: Float64Array, floor: number, text: Text): boolean {
  const isBeside = end === start;
  const isByOf = end + 1 === start && text.words[end]!.stem === 'of' && worth[end]! >= floor && isAfterBlank(text, end);
  return (isBeside || isByOf) && isAfterBlank(text, start);
}

/** Without vague words at either end, as long as others are left. */
function trim(run: Run, text: Text): Run {
  const first = tokenAt(text, run.from);
  const last = tokenAt(text, run.to - 1);
  if (first.to < run.to && isVagueThroughout(first, text)) return trim({ ...run, from: first.to }, text);
  if (first.to < run.to && isVagueThroughout(last, text)) return trim({ ...run, to: last.from }, text);
  return run;
}

function isVagueThroughout({ from, to }: Token, text: Text): boolean {
  return text.words.slice(from, to).every((word) => saysNothing(word, text) || isVague(word));
}

/** In French `ai` is a verb, and `AI` is none. */
function saysNothing(word: Word, { functionWords }: Text): boolean {
  return isFiller(word) || (!word.isAcronym && functionWords.has(word.stem));
}

function standsInAbstract(run: Run, runs: Run[], text: Text): boolean {
  const words = wordsAsTheyStand(text, run);
  return runs.some((other) => !other.isInTitle && wordsAsTheyStand(text, other) === words);
}

function sum(worth: Float64Array, { from, to }: Token): number {
  let total = 0;
  for (let at = from; at < to; at++) total += Math.max(0, worth[at]!);
  return total;
}
