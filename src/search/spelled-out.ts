/** Shorter words begin no acronym: `not a single` is no NAS. */
const MIN_WORD_CHARS = 4;

/**
 * Places of words that spell out an acronym asked for, and of the acronym where its words were asked for. Parts of a
 * compound count as words.
 *
 * @param asked  Words of the query, in lower case.
 * @returns Places in `words`, counted from 0; in no order, some twice.
 * @example spelledOut(['Neural', 'architecture', 'search'], ['nas']) // → [0, 1, 2]
 * @example spelledOut(['NAS'], ['neural', 'architecture', 'search']) // → [0]
 */
export function spelledOut(words: string[], asked: string[]): number[] {
  const parts = words.flatMap((word, place) => word.split('-').map((part) => ({ initial: initialOf(part), place })));
  const initials = parts.map(({ initial }) => initial).join('');
  const long = asked.flatMap((word) => {
    const short = word.replace(/(?<=...)s$/, ''); // GANs, but NAS
    if (!/^[a-z]{2,6}$/.test(short)) return [];
    return [...initials.matchAll(new RegExp(`(?=${short})`, 'g'))].flatMap(({ index }) =>
      parts.slice(index, index + short.length).map(({ place }) => place),
    );
  });
  const acronym = asked.map(initialOf).join('').toUpperCase();
  const short = new RegExp(`^\\W*${acronym}s?\\W*$`);
  return [...long, ...(/^[A-Z]{2,}$/.test(acronym) ? words.flatMap((word, place) => (short.test(word) ? [place] : [])) : [])];
}

/** A dot for a word that no acronym counts. */
function initialOf(word: string): string {
  const [letters = ''] = /[a-z]+/i.exec(word) ?? [];
  return letters.length < MIN_WORD_CHARS ? '.' : letters.charAt(0).toLowerCase();
}
