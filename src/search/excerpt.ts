/**
 * Where an excerpt of a text should begin so that it shows most of what matched.
 *
 * @param places  Matching words, counted from 0, in rising order.
 * @param from    First word that may be shown: past the title, which stands above.
 * @param to      End of the text.
 * @param length  Words that an excerpt has room for.
 * @returns The first word to show: `from` when nothing matched there, never so late that less than `length` words follow where there are as many.
 */
export function excerptStart(places: number[], from: number, to: number, length: number): number {
  const inside = places.filter((place) => place >= from && place < to);
  let best = { start: from, count: 0 };
  for (const start of inside) {
    const count = inside.filter((place) => place >= start && place < start + length).length;
    if (count > best.count) best = { start, count };
  }
  if (best.count === 0) return from;
  const lead = Math.min(6, Math.floor(length / 4)); // some words before the first match, so that it can be read
  return Math.max(from, Math.min(best.start - lead, to - length));
}
