/**
 * A query with words in the spelling that was probably meant; the rest of it stays as it was typed.
 *
 * @param meant  Words of the query in lower case, each with its other spelling.
 * @example respell('Grph “neural nets”', [{ word: 'grph', meant: 'graph' }]) // → 'graph “neural nets”'
 */
export function respell(query: string, meant: { word: string; meant: string }[]): string {
  return meant.reduce((text, { word, meant: other }) => text.replace(wholeWord(word), () => other), query.normalize('NFC'));
}

function wholeWord(word: string): RegExp {
  const literally = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literally}(?![\\p{L}\\p{N}])`, 'giu');
}
