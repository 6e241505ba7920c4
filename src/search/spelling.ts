/** How many papers have each word. */
export type WordCounts = Map<string, number>;

/** Read a list of words: one a line, then a space and how many papers have it. */
export function readWordCounts(text: string): WordCounts {
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

/** Name of the list that has a word: its first letter, or `0` for all that begins with none of a to z. */
export function listOf(word: string): string {
  const [first = ''] = word.normalize('NFD');
  return /[a-z]/.test(first) ? first : '0';
}

/**
 * Words that a misspelt word may be meant to be: one letter wrong, left out, added or swapped with the next, two in words
 * of 8 letters or more. The nearest, of these the ones that most papers have.
 *
 * @param most  How many at most.
 */
export function corrections(word: string, known: WordCounts, most = 3): string[] {
  const allowed = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  const near = [...known]
    .filter(([other]) => other !== word && other.length > 2 && Math.abs(other.length - word.length) <= allowed)
    .map(([other, papers]) => ({ other, papers, distance: editDistance(word, other, allowed) }))
    .filter(({ distance }) => distance <= allowed);
  const least = Math.min(...near.map(({ distance }) => distance));
  return near
    .filter(({ distance }) => distance === least)
    .sort((a, b) => b.papers - a.papers || (a.other < b.other ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => other);
}

/** Words that begin with what was typed so far, those of most papers first. */
export function completions(start: string, known: WordCounts, most = 6): string[] {
  const longer = [...known].filter(([word]) => word.startsWith(start) && word !== start);
  return longer
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([word]) => word);
}

/** Two words that a solid one may be made of, the longer first part first: `pointcloud` → point cloud. The second is not looked up. */
export function halves(word: string, known: WordCounts): [string, string][] {
  const cuts = Array.from({ length: Math.max(0, word.length - 4) }, (_, index) => word.length - 3 - index);
  return cuts
    .filter((cut) => cut >= 2 && (known.get(word.slice(0, cut)) ?? 0) >= 2)
    .map((cut) => [word.slice(0, cut), word.slice(cut)]);
}

/** Damerau's distance where neighbours are swapped once (optimal string alignment); more than `most` comes out as `most + 1`. */
function editDistance(a: string, b: string, most: number): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (old[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (older[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    if (Math.min(...row) > most) return most + 1;
    older = old;
    old = row;
  }
  return Math.min(old[b.length] ?? 0, most + 1);
}
