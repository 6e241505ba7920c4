/** Papers as a plain dump has them: title and abstract on a line each, with a blank line after either. */
export function toDump(papers: { title: string; abstract: string }[]): string {
  return papers.map(({ title, abstract }) => `${onOneLine(title)}\n\n${onOneLine(abstract)}\n\n`).join('');
}

/** Line breaks and runs of blanks, which say nothing where a text was broken by width, become single blanks. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Titles that differ in case, blanks and punctuation only are one: those of a source and as the import mends them. */
export function titleKey(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
