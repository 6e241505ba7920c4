import type { Block } from './blocks.ts';
import { abstractOdds, runsOn, sameAbstractOdds, titleLengthOdds } from './shape.ts';

/**
 * What a block is: a title or its second line, an abstract or a further paragraph of it, an abstract whose title
 * is missing, or a line of the page around.
 */
export type Role = 'title' | 'title-goes-on' | 'abstract' | 'paragraph' | 'orphan' | 'furniture';

/**
 * Say what each block is. Title and abstract take turns; breaking that turn costs more than any one block's shape
 * can win, so shape decides only where the turns do not work out, and where exactly they break.
 *
 * It is the most probable path (Viterbi) through two states, "title read, abstract to come" and "abstract read",
 * under three layouts of a dump: blank lines everywhere, nowhere, between papers only. Linear in time.
 */
export function labelBlocks(blocks: Block[]): Role[] {
  const odds = blocks.map((block) => (block.furniture?.certain ? 0 : abstractOdds(block.text)));
  const usual = usualAbstractLength(blocks, odds);
  let paths = Object.values(LAYOUTS).map((layout): Path => ({
    layout,
    score: 0,
    state: 'start',
    title: '',
    read: '',
    last: '',
    afterFurniture: false,
  }));
  for (const [index, block] of blocks.entries()) {
    if (block.furniture?.certain) {
      paths = paths.map((path) => ({ ...path, afterFurniture: true, step: { role: 'furniture', before: path.step } }));
    } else {
      paths = survivors(paths.flatMap((path) => continuations(path, block, odds[index] ?? 0, pairOdds(block.text, usual))));
    }
  }
  return rolesOf(
    paths.reduce((best, path) => (path.score > best.score ? path : best)),
    blocks.length,
  );
}

/** One reading of the dump so far. Scores are natural logarithms of probabilities, up to a constant. */
interface Path {
  layout: Layout;
  score: number;
  state: 'start' | 'title' | 'abstract';
  /** The title read last, for as long as its abstract may still come. */
  title: string;
  /** Title and abstract of the paper read last. */
  read: string;
  /** The block read last. */
  last: string;
  /** Whether a line of the page stands between that and what comes. */
  afterFurniture: boolean;
  /** How the turn broke at the block read last. */
  broken?: keyof typeof COST | undefined;
  step?: Step | undefined;
}

interface Step {
  role: Role;
  before: Step | undefined;
}

/** What a blank line, or none, costs at each kind of border. */
interface Layout {
  /** Between a title and its abstract: [without blank line, with one]. */
  within: [number, number];
  /** Between two papers. */
  between: [number, number];
  /** Between the lines of a title. */
  inTitle: [number, number];
  /** Between the paragraphs of an abstract. */
  inAbstract: [number, number];
}

const LAYOUTS = {
  spaced: { within: [4, 0], between: [5, 0], inTitle: [0, 7], inAbstract: [0, 0] },
  tight: { within: [0, 2], between: [0, 2], inTitle: [2, 6], inAbstract: [0, 0] },
  grouped: { within: [0, 4], between: [5, 0], inTitle: [2, 6], inAbstract: [0, 3] },
} satisfies Record<string, Layout>;

/**
 * What a break of the turn costs: [the first, each more in a row]. Two breaks cost more than the usual odds of one
 * block (MOST in shape.ts), so that they never pay for themselves by one odd block between them.
 */
const COST = { missingAbstract: [7.5, 5], missingTitle: [7.5, 5], secondParagraph: [7, 5] } as const;
const SECOND_LINE = 4;
const OTHER_LAYOUT = 6;
/** A line of the page within a title or an abstract. */
const AFTER_FURNITURE = 3;

/** A block of this shape is no line of a title. */
const CLEARLY_ABSTRACT = 5;

/** A reading this far behind the best one never catches up: the blocks to come favour both alike. */
const HOPELESS = 25;

function continuations(path: Path, block: Block, odds: number, pairs: PairOdds): Path[] {
  const spaced = block.spaced || path.afterFurniture ? 1 : 0;
  const { layout } = path;
  const text = block.text;
  const after = path.afterFurniture ? AFTER_FURNITURE : 0;
  const go = (role: Role, score: number, change: Partial<Path>): Path => ({
    ...path,
    last: text,
    afterFurniture: false,
    broken: undefined,
    ...change,
    score: path.score + score,
    step: { role, before: path.step },
  });
  const again = (cost: keyof typeof COST): 0 | 1 => (path.broken === cost ? 1 : 0);
  const paths: Path[] = [];
  if (block.furniture !== undefined && !block.furniture.certain) {
    paths.push(go('furniture', -block.furniture.cost, { last: path.last, afterFurniture: true, broken: path.broken }));
  }
  const asTitle = { state: 'title', title: text, read: text } as const;
  if (path.state === 'title') {
    paths.push(go('abstract', odds - layout.within[spaced], { state: 'abstract', read: `${path.read}\n${text}` }));
    paths.push(
      go('title', -COST.missingAbstract[again('missingAbstract')] - layout.between[spaced], {
        ...asTitle,
        broken: 'missingAbstract',
      }),
    );
    if (odds < CLEARLY_ABSTRACT && hasLetters(text) && hasLetters(path.title)) {
      const both = `${path.title} ${text}`;
      paths.push(
        go('title-goes-on', pairs.goesOn(path.title, path.last) - after - layout.inTitle[spaced], { title: both, read: both }),
      );
    }
  } else {
    paths.push(go('title', path.state === 'start' ? 0 : -layout.between[spaced], asTitle));
    const same = path.state === 'abstract' && odds > -2 ? pairs.same(path.read) : 0;
    const orphan = odds - COST.missingTitle[again('missingTitle')] - Math.max(0, same);
    paths.push(go('orphan', orphan - layout.between[spaced], { state: 'abstract', read: text, broken: 'missingTitle' }));
    if (path.state === 'abstract') {
      const join = clamp(runsOn(path.last, text), 0, 4);
      const paragraph = Math.max(odds, -5) - COST.secondParagraph[again('secondParagraph')] + Math.min(same, 4) + join - after;
      paths.push(
        go('paragraph', paragraph - layout.inAbstract[spaced], { read: `${path.read}\n${text}`, broken: 'secondParagraph' }),
      );
    }
  }
  return paths;
}

/** What a block looks like beside what stands before it; each pair is looked at once, however many paths share it. */
interface PairOdds {
  /** Score of the block as the next line of a title; `last` is the line before. */
  goesOn(title: string, last: string): number;
  /** Log odds that the block belongs to the paper read so far. */
  same(read: string): number;
}

function pairOdds(text: string, usual: number): PairOdds {
  return {
    goesOn: once((title, last) => {
      const both = `${title} ${text}`;
      const longer = Math.min(0, -abstractOdds(both)) - Math.min(0, -abstractOdds(title));
      return longer + titleLengthOdds(both) - titleLengthOdds(title) + runsOn(last, text) - SECOND_LINE;
    }),
    same: once((read) => sameAbstractOdds(read, text, usual)),
  };
}

function once(compute: (first: string, second: string) => number): (first: string, second?: string) => number {
  const known = new Map<string, number>();
  return (first, second = '') => {
    const value = known.get(first) ?? compute(first, second);
    known.set(first, value);
    return value;
  };
}

/** The best path into each state of each layout, and, at a price, of any layout: dumps are pasted one after another. */
function survivors(paths: Path[]): Path[] {
  const kept = new Map<string, Path>();
  const top = Math.max(...paths.map((path) => path.score));
  for (const path of paths) {
    if (path.score < top - HOPELESS) continue;
    for (const [name, layout] of Object.entries(LAYOUTS)) {
      const score = path.layout === layout ? path.score : path.score - OTHER_LAYOUT;
      const key = `${name} ${path.state}`;
      if (score > (kept.get(key)?.score ?? -Infinity)) kept.set(key, path.layout === layout ? path : { ...path, layout, score });
    }
  }
  return [...kept.values()];
}

function rolesOf(path: Path, length: number): Role[] {
  const roles = new Array<Role>(length);
  let step = path.step;
  for (let index = length - 1; step !== undefined; index -= 1) {
    roles[index] = step.role;
    step = step.before;
  }
  return roles;
}

function usualAbstractLength(blocks: Block[], odds: number[]): number {
  const lengths = blocks.filter((_, index) => (odds[index] ?? 0) > 3).map((block) => block.text.length);
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 1200;
}

function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
