import type { Rows } from './vectors.ts';

/** For each row the rows most like it, nearest first. @param least  Cosine that the others must reach. */
export function nearestRows({ rows, width, values }: Rows, most: number, least: number): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const near: { other: number; likeness: number }[] = [];
    for (let other = 0; other < rows; other += 1) {
      if (other === row) continue;
      let likeness = 0;
      for (let k = 0; k < width; k += 1) likeness += values[row * width + k]! * values[other * width + k]!;
      if (likeness >= least) near.push({ other, likeness });
    }
    near.sort((a, b) => b.likeness - a.likeness || a.other - b.other);
    return near.slice(0, most).map(({ other }) => other);
  });
}
