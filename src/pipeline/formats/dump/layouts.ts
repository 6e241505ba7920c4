/** What it costs that a blank line is missing (first) or there (second), at each kind of border. */
export interface Layout {
  /** Between a title and its abstract. */
  within: [number, number];
  /** Between two papers. */
  between: [number, number];
  /** Between the lines of a title. */
  inTitle: [number, number];
  /** Between the paragraphs of an abstract. */
  inAbstract: [number, number];
  /** What a further paragraph of an abstract costs: the first, and each more in a row. */
  secondParagraph: [number, number];
  /** What an abstract in one paragraph costs. */
  oneParagraph: number;
  /** Least odds that two paragraphs are of one abstract: where all are short, shortness says nothing. */
  leastSame: number;
  /** What it costs that a dump is of this layout, or goes over to it. */
  rarity: number;
}

/** Blank lines everywhere. */
const EVERYWHERE = { within: [4, 0], between: [5, 0], inTitle: [0, 6], inAbstract: [0, 0] } satisfies Partial<Layout>;
/** Of a dump whose abstracts are in one paragraph, as a rule. */
const SELDOM = { secondParagraph: [7, 5], oneParagraph: 0, leastSame: -Infinity, rarity: 0 } satisfies Partial<Layout>;
/** Of one whose abstracts are in several. */
const OFTEN = { secondParagraph: [2, 1], oneParagraph: 2, leastSame: 0, rarity: 8 } satisfies Partial<Layout>;

export const LAYOUTS: Layout[] = [
  { ...EVERYWHERE, ...SELDOM },
  { ...EVERYWHERE, ...OFTEN },
  { within: [0, 2], between: [0, 2], inTitle: [4, 6], inAbstract: [0, 0], ...SELDOM }, // nowhere
  { within: [0, 4], between: [5, 0], inTitle: [2, 6], inAbstract: [0, 3], ...SELDOM }, // between papers
];
