/** Words before the first match, so that it can be read. */
const LEAD_WORDS = 6;
/** How far back an excerpt goes for the beginning of the sentence, and forward for its end. */
const REACH_WORDS = 10;

/** Part of a text, in words counted from 0; without the word at `end`. */
export interface Excerpt {
  start: number;
  end: number;
}

/**
 * The part of a text that shows most of what matched, from the beginning of a sentence and to the end of one where
 * these are near.
 *
 * @param words   The whole text.
 * @param places  Words that match, counted from 0, in rising order.
 * @param from    First word that may be shown: past the title, which stands above.
 * @param length  Words that there is room for.
 * @returns The first words after `from` when nothing matched there; empty where there are none.
 */
export function excerptOf(words: string[], places: number[], from: number, length: number): Excerpt {
  const inside = places.filter((place) => place >= from && place < words.length);
  const { first, last } = densest(inside, length) ?? { first: from, last: from };
  const start = Math.max(from, startBefore(words, first, Math.max(from, last - length + 1), length));
  const end = Math.min(start + length, words.length);
  return { start, end: endOfSentence(words, Math.max(last + 1, end - REACH_WORDS), end) ?? end };
}

/** Whether a word is the last of a sentence: `et al.`, `e.g.` and initials end none. */
export function endsSentence(word: string): boolean {
  return /[.?!]["'”’)\]]*$/u.test(word) && !/^\(?(?:\p{L}\.)+$|^\(?(?:al|cf|vs|etc|fig|eq|sec|resp)\.$/iu.test(word);
}

/** The first and the last of the most matches that stand within `length` words; the earliest of several such. */
function densest(places: number[], length: number): { first: number; last: number } | undefined {
  let best: { first: number; last: number; count: number } | undefined;
  for (const first of places) {
    const within = places.filter((place) => place >= first && place < first + length);
    if (within.length > (best?.count ?? 0)) best = { first, last: within.at(-1) ?? first, count: within.length };
  }
  return best;
}

/** Where to begin so that `first` is read in its sentence, not before `least`, and so that the room is used at the text's end. */
function startBefore(words: string[], first: number, least: number, length: number): number {
  for (let start = first; start >= Math.max(least, first - REACH_WORDS); start -= 1)
    if (beginsSentence(words, start)) return start;
  return Math.max(least, Math.min(first - Math.min(LEAD_WORDS, Math.floor(length / 4)), words.length - length));
}

function beginsSentence(words: string[], at: number): boolean {
  return at === 0 || (endsSentence(words[at - 1] ?? '') && /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(words[at] ?? ''));
}

function endOfSentence(words: string[], from: number, end: number): number | undefined {
  for (let at = end; at > from; at -= 1)
    if (at < words.length && endsSentence(words[at - 1] ?? '') && beginsSentence(words, at)) return at;
  return undefined;
}
