/** One thing asked for: a word, or words that must stand side by side. */
export interface Clause {
  /** Words as typed, in lower case: one, or those of a phrase in their order. */
  words: string[];
  kind: 'word' | 'phrase';
  /** Where it must be found. */
  field: 'any' | 'title' | 'topic';
  /** True for what must not be found: `-word`. */
  excluded: boolean;
}

/** A minus, a field's name, and either a phrase in quotes or everything up to the next blank. */
const PIECE = /(?<minus>[-−–](?=\S))?(?:(?<field>title|topic):(?=\S))?(?:["“”„](?<phrase>[^"“”„]*)["“”„]|(?<word>\S+))/giu;

/**
 * Read a query: words, `"phrases"`, `-without`, `title:word`, `topic:slug`, in any order and mixture.
 *
 * Never throws. What is broken or unknown counts as words: a quote that is never closed, `colour:red`, a lone minus.
 *
 * @example parseQuery('"low rank" -survey title:vision')
 *   // phrase low rank; not the word survey; the word vision in the title
 */
export function parseQuery(text: string): Clause[] {
  return [...text.normalize('NFC').matchAll(PIECE)].flatMap(({ groups = {} }): Clause[] => {
    const words = toWords(groups['phrase'] ?? groups['word'] ?? '');
    if (words.length === 0) return [];
    const field = (groups['field']?.toLowerCase() ?? 'any') as Clause['field'];
    const shared = { field, excluded: groups['minus'] !== undefined };
    if (groups['phrase'] !== undefined && words.length > 1) return [{ ...shared, words, kind: 'phrase' }];
    return words.map((word) => ({ ...shared, words: [word], kind: 'word' }));
  });
}

/** True for a query such as an emoji, which no index holds; not for quotes, a minus or a star, which ask for nothing yet. */
export function asksOnlySigns(text: string): boolean {
  return parseQuery(text).length === 0 && /[^\s"“”„*:\-−–]/u.test(text);
}

/**
 * The topics that `topic:` means: the one whose slug it is, else all whose slugs have its words side by side.
 *
 * @example topicsNamed(['pruning'], ['network-pruning', 'surveys']) // → ['network-pruning']
 */
export function topicsNamed(words: string[], topics: string[]): string[] {
  const slug = words.join('-');
  return topics.includes(slug) ? [slug] : topics.filter((topic) => `-${topic}-`.includes(`-${slug}-`));
}

/** Words of a text in lower case, hyphens inside kept: what is between blanks, dashes and slashes, without the punctuation around it. */
function toWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s/—,;:()[\]{}|]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, ''))
    .filter((word) => word !== '');
}
