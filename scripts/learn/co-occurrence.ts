/** A sparse square matrix, row by row. */
export interface Sparse {
  size: number;
  /** Where each row begins in the other two; one more than rows. */
  starts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
}

/** Words to either side that count as company. */
const WINDOW = 8;
/** Company further off counts less: 1, 1 / 1.15, 1 / 1.3, … */
const FADING = 0.15;
/** Rare company is overrated otherwise: Levy, Goldberg and Dagan, "Improving distributional similarity", TACL 2015. */
const SMOOTHING = 0.75;

/** Positive pointwise mutual information of words that stand near each other. */
export function informationOf(texts: Int32Array[], size: number): Sparse {
  const counts = new Float32Array(size * size);
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      for (let step = 1; step <= WINDOW && at + step < text.length; step += 1) {
        const weight = 1 / (1 + (step - 1) * FADING);
        const [one, other] = [text[at]!, text[at + step]!];
        counts[one * size + other]! += weight;
        counts[other * size + one]! += weight;
      }
    }
  }
  const sums = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) sums[row]! += counts[row * size + column]!;
  }
  const smoothed = sums.map((sum) => sum ** SMOOTHING);
  const all = smoothed.reduce((total, each) => total + each, 0);
  const starts = new Int32Array(size + 1);
  const information = (row: number, column: number) =>
    Math.log((counts[row * size + column]! * all) / (sums[row]! * smoothed[column]!));
  for (let row = 0; row < size; row += 1) {
    let filled = 0;
    for (let column = 0; column < size; column += 1) if (information(row, column) > 0) filled += 1;
    starts[row + 1] = starts[row]! + filled;
  }
  const columns = new Int32Array(starts[size]!);
  const values = new Float32Array(starts[size]!);
  for (let row = 0, next = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const value = information(row, column);
      if (!(value > 0)) continue;
      columns[next] = column;
      values[next] = value;
      next += 1;
    }
  }
  return { size, starts, columns, values };
}
