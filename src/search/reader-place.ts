/** Where a reader is in the results; kept with the step in the browser's history, so that Back returns there. */
export interface ReaderPlace {
  /** Results that were shown. */
  shown: number;
  /** Pixels scrolled down. */
  topPx: number;
}

/** Keep a place with the present step. */
export function keepPlace(place: ReaderPlace): void {
  try {
    history.replaceState(place, '');
  } catch {
    // Safari takes a hundred changes in thirty seconds; Back then returns to the top.
  }
}

/** The place kept with the present step; the top of the results where there is none. */
export function keptPlace(): ReaderPlace {
  const { shown, topPx } = (history.state ?? {}) as Partial<ReaderPlace>;
  return { shown: Number(shown) || 0, topPx: Number(topPx) || 0 };
}
