/**
 * The beginning of a text on one line, cut between words.
 *
 * @param maxChars  At most so many letters, the `…` where something is left out included.
 */
export function excerpt(text: string, maxChars: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= maxChars) return line;
  const cut = line.lastIndexOf(' ', maxChars - 1);
  const end = cut > maxChars / 2 ? cut : maxChars - 1;
  return `${line
    .slice(0, end)
    .replace(/[\s,;:(]+$/u, '')
    .replace(/[\uD800-\uDBFF]$/, '')}…`;
}
