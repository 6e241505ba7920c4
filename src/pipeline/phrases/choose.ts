import type { Phrase } from './count-phrases.ts';

/** A phrase of which a longer one accounts for so many of its papers is a piece of that one: `architecture search`. */
const PIECE_SHARE = 0.6;
/** A phrase that holds a chosen one and has so many of its papers says nothing else. */
const SAME_SHARE = 0.75;
/** A word that longer chosen phrases account for in so many of its papers is only their head: `learning`. */
const COVERED_SHARE = 0.75;
/** What more papers say than this is no topic but a word of the trade; a single word sooner than a phrase. */
const MAX_WORD_SHARE = 0.16;
const MAX_PHRASE_SHARE = 0.4;
/** Yet of a handful of papers many may be on one thing. */
const ALWAYS_ALLOWED = 20;

/**
 * The surest terms, surest first, without those that are pieces or variants of others.
 *
 * @param phrases  All of them, surest first.
 * @param papers   How many papers there are.
 */
export function chooseTerms(phrases: Phrase[], papers: number, count: number): Phrase[] {
  const longer = byPiece(phrases);
  const useful = phrases.filter((phrase) => isUseful(phrase, papers) && !isPiece(phrase, longer));
  const chosen: Phrase[] = [];
  const byKey = new Map<string, Phrase>();
  for (const phrase of useful) {
    const isVariant = piecesOf(phrase.words).some(
      (piece) => (byKey.get(piece)?.papers.length ?? Infinity) * SAME_SHARE <= phrase.papers.length,
    );
    if (isVariant) continue;
    chosen.push(phrase);
    byKey.set(phrase.key, phrase);
    if (chosen.length === 2 * count) break;
  }
  return withoutHeads(chosen, count);
}

function isUseful({ words, papers: own }: Phrase, papers: number): boolean {
  const share = words.length === 1 ? MAX_WORD_SHARE : MAX_PHRASE_SHARE;
  return own.length <= Math.max(ALWAYS_ALLOWED, share * papers) && words.some((word) => word.length > 2);
}

function isPiece(phrase: Phrase, longer: Map<string, Phrase[]>): boolean {
  return (longer.get(phrase.key) ?? []).some((other) => other.papers.length >= PIECE_SHARE * phrase.papers.length);
}

/** Leave out single words that hardly stand without the other words of the chosen phrases around them. */
function withoutHeads(chosen: Phrase[], count: number): Phrase[] {
  const longer = byPiece(chosen.slice(0, Math.ceil(1.2 * count)));
  const isHead = ({ words, key, papers }: Phrase): boolean => {
    const covered = new Set((longer.get(key) ?? []).flatMap((phrase) => phrase.papers));
    return words.length === 1 && papers.filter((paper) => covered.has(paper)).length >= COVERED_SHARE * papers.length;
  };
  return chosen.filter((phrase) => !isHead(phrase)).slice(0, count);
}

/** For each phrase inside another, the others. */
function byPiece(phrases: Phrase[]): Map<string, Phrase[]> {
  const longer = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    for (const piece of piecesOf(phrase.words)) {
      const list = longer.get(piece);
      if (list) list.push(phrase);
      else longer.set(piece, [phrase]);
    }
  }
  return longer;
}

/** Keys of the shorter phrases inside: of `a b c`: a, b, c, `a b`, `b c`. */
function piecesOf(words: string[]): string[] {
  const pieces: string[] = [];
  for (let length = 1; length < words.length; length++) {
    for (let from = 0; from + length <= words.length; from++) pieces.push(words.slice(from, from + length).join(' '));
  }
  return pieces;
}
