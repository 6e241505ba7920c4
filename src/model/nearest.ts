/**
 * The one of `words` that is nearest to `word`, for "did you mean": by edits of single letters, case aside.
 *
 * @returns Undefined when even the nearest needs more than half of its letters changed.
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: { word: string; edits: number } | undefined;
  for (const candidate of words) {
    const edits = countEdits(word.toLowerCase(), candidate.toLowerCase());
    if (edits <= candidate.length / 2 && (!best || edits < best.edits)) best = { word: candidate, edits };
  }
  return best?.word;
}

/** Levenshtein's distance: letters put in, left out or changed. */
function countEdits(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      here.push(Math.min(change, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[to.length] ?? 0;
}
