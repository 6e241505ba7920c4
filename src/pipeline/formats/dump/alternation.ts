import { type Layout, LAYOUTS } from './layouts.ts';
import type { Block, Part } from './line.ts';
import { CLEARLY_ABSTRACT, lookAt, type Looks } from './looks.ts';

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
 * under the layouts of layouts.ts. Linear in time.
 */
export function labelBlocks(blocks: Block[]): Role[] {
  const looks = lookAt(blocks);
  let paths = LAYOUTS.map((layout): Path => ({
    layout,
    score: -layout.rarity,
    state: 'start',
    from: 0,
    last: 0,
    afterFurniture: false,
  }));
  for (const [index, block] of blocks.entries()) {
    if (block.furniture?.certain) {
      paths = paths.map((path) => ({ ...path, afterFurniture: true, step: { role: 'furniture', before: path.step } }));
    } else {
      paths = survivors(continuations(paths, index, block, looks));
    }
  }
  const ended = paths.map((path) => ({ ...path, score: path.score - (path.state === 'title' ? BREAKS.missingAbstract[0] : 0) }));
  return rolesOf(
    ended.reduce((best, path) => (path.score > best.score ? path : best)),
    blocks.length,
  );
}

/** One reading of the dump so far. Scores are natural logarithms of probabilities, up to a constant. */
interface Path {
  layout: Layout;
  score: number;
  state: 'start' | 'title' | 'abstract';
  /** Index of the first and of the last block of the paper read last. */
  from: number;
  last: number;
  /** Whether a line of the page stands between that and what comes. */
  afterFurniture: boolean;
  /** How the turn broke at the block read last. */
  broken?: Break | undefined;
  step?: Step | undefined;
}

interface Step {
  role: Role;
  before: Step | undefined;
}

/**
 * What a break of the turn costs: the first, and each more in a row. Two breaks cost more than the usual odds of one
 * block (MOST in shape.ts), so that they never pay for themselves by one odd block between them.
 */
const BREAKS = { missingAbstract: [7.5, 5], missingTitle: [7.5, 5] } as const;
type Break = keyof typeof BREAKS | 'secondParagraph';
const OTHER_LAYOUT = 6;
/** What a block may be that the page labels, and what it costs to read it otherwise. */
const ROLES_OF: Record<Part, Role[]> = { title: ['title'], abstract: ['abstract', 'orphan'], paragraph: ['paragraph'] };
const AGAINST_LABEL = 12;
/** A line of the page within a title or an abstract. */
const AFTER_FURNITURE = 3;
/** A line that may be one of the page, as a title, or as part of one or of an abstract. */
const LIKE_FURNITURE = 4;
/** A reading this far behind the best one never catches up: the blocks to come favour both alike. */
const HOPELESS = 25;

function continuations(paths: Path[], index: number, block: Block, looks: Looks): Path[] {
  const found: Path[] = [];
  const odds = looks.odds[index] ?? 0;
  for (const path of paths) {
    const { layout, from, last } = path;
    const spaced = block.spaced || path.afterFurniture ? 1 : 0;
    // What the page may have put there is not the next line of a title or of an abstract, but one of its own.
    const like = block.furniture ? LIKE_FURNITURE : 0;
    const joint = (path.afterFurniture ? AFTER_FURNITURE : 0) + like;
    const breakCost = (kind: Break): number =>
      (kind === 'secondParagraph' ? layout.secondParagraph : BREAKS[kind])[path.broken === kind ? 1 : 0];
    const go = (role: Role, state: Path['state'], score: number, first: number, broken?: Break): void => {
      const step = { role, before: path.step };
      const denied = block.part !== undefined && !ROLES_OF[block.part].includes(role) ? AGAINST_LABEL : 0;
      found.push({
        layout,
        score: path.score + score - denied,
        state,
        from: first,
        last: index,
        afterFurniture: false,
        broken,
        step,
      });
    };
    if (block.furniture !== undefined && !block.furniture.certain) {
      found.push({
        ...path,
        score: path.score - block.furniture.cost,
        afterFurniture: true,
        step: { role: 'furniture', before: path.step },
      });
    }
    if (path.state === 'title') {
      go('abstract', 'abstract', odds - layout.within[spaced], from);
      go('title', 'title', -breakCost('missingAbstract') - layout.between[spaced] - like, index, 'missingAbstract');
      if (odds < CLEARLY_ABSTRACT)
        go('title-goes-on', 'title', looks.goesOn(from, last, index) - layout.inTitle[spaced] - joint, from);
    } else {
      const isAfterAbstract = path.state === 'abstract';
      const same = isAfterAbstract && odds > -2 ? Math.max(layout.leastSame, looks.same(from, last, index)) : 0;
      const closed = isAfterAbstract && path.broken !== 'secondParagraph' ? layout.oneParagraph : 0;
      go('title', 'title', isAfterAbstract ? -layout.between[spaced] - closed - like : -like, index);
      go(
        'orphan',
        'abstract',
        odds - breakCost('missingTitle') - Math.max(0, same) - layout.between[spaced],
        index,
        'missingTitle',
      );
      if (isAfterAbstract) {
        const isText = odds > CLEARLY_ABSTRACT && (looks.odds[last] ?? 0) > 3;
        const join = Math.min(4, Math.max(0, looks.runsOn(last, index))) + Math.min(isText ? 4 : 0, same);
        const paragraph = Math.max(-5, odds) - breakCost('secondParagraph') + join - layout.inAbstract[spaced] - joint;
        go('paragraph', 'abstract', paragraph, from, 'secondParagraph');
      }
    }
  }
  return found;
}

/** The best path into each state of each layout; at a price, of any layout, for dumps are pasted one after another. */
function survivors(paths: Path[]): Path[] {
  const top = paths.reduce((most, path) => Math.max(most, path.score), -Infinity);
  const kept: Path[] = [];
  for (const state of ['title', 'abstract', 'start'] as const) {
    const inState = paths.filter((path) => path.state === state && path.score > top - HOPELESS);
    for (const layout of LAYOUTS) {
      let best: Path | undefined;
      let most = -Infinity;
      for (const path of inState) {
        const score = path.layout === layout ? path.score : path.score - OTHER_LAYOUT - layout.rarity;
        if (score > most) [best, most] = [path, score];
      }
      if (best !== undefined) kept.push(best.layout === layout ? best : { ...best, layout, score: most });
    }
  }
  return kept;
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
