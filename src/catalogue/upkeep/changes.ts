import { paths, toHref, toUrl } from '../../model/address.ts';
import { CHANGES, type Change } from '../../model/ledger.ts';
import type { Site } from '../../model/site.ts';
import type { Catalogue, ListedPaper, ListedTopic } from '../catalogue.ts';
import { inList, inWords } from '../wording.ts';
import { bareRow, plain, plainRow, toRowTag, type ListRow, type RowTag } from '../lists/list-row.ts';
import type { ResolvedRedirect } from './redirects.ts';

/** What pages of changes are made from. */
interface Recorded {
  catalogue: Catalogue;
  redirects: ResolvedRedirect[];
  /** The first import first. */
  ledger: Change[];
}

/** Changes of one kind that one import saw. */
export interface ChangeGroup {
  /** The import, counted from 1. */
  run: number;
  /** `51 papers added`. */
  heading: string;
  rows: ListRow[];
  /** How many more there are than rows. */
  more: number;
}

/** Groups on a page of the list of changes. */
export const GROUPS_A_PAGE = 12;

/** An import may bring a hundred thousand papers: of more than `SHOWN_WHOLE` the page shows `SHOWN`, the JSON file all. */
const SHOWN_WHOLE = 100;
const SHOWN = 50;

/** Everything that happened, the last import first, by kind, in the order in which the import saw it. */
export function changeGroups(recorded: Recorded): ChangeGroup[] {
  const rowOf = rowMaker(recorded);
  const groups = Map.groupBy(newestFirst(recorded.ledger), ({ run, change }) => `${run} ${change}`);
  return [...groups.values()].map((changes) => {
    const { run, change } = changes[0]!;
    const shown = changes.length > SHOWN_WHOLE ? changes.slice(0, SHOWN) : changes;
    return {
      run,
      heading: `${inWords(changes.length, 'paper')} ${change}`,
      rows: shown.map(rowOf),
      more: changes.length - shown.length,
    };
  });
}

/** The changes as programs read them, the last import first, each with the address of its paper. */
export function toChangesJson({ ledger }: Pick<Recorded, 'ledger'>, site: Site): string {
  const changes = newestFirst(ledger).map(({ run, change, paper, title, fields, gained, lost, to, by }) => {
    const path = paths.paper(paper);
    return {
      run,
      change,
      paper,
      title,
      url: toUrl(site, path) ?? toHref(site, path),
      ...(fields.length > 0 ? { fields } : {}),
      ...(gained.length > 0 ? { gained } : {}),
      ...(lost.length > 0 ? { lost } : {}),
      ...(to === undefined ? {} : { to }),
      ...(by === undefined ? {} : { by }),
    };
  });
  // One change a line, so that a hundred thousand take no more room than they must.
  return `{"changes":[\n${changes.map((change) => JSON.stringify(change)).join(',\n')}\n]}\n`;
}

function newestFirst(ledger: Change[]): Change[] {
  return ledger.toSorted((a, b) => b.run - a.run || CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change));
}

/** A function that sets a change as a row of a list. */
function rowMaker({ catalogue, redirects }: Recorded): (change: Change) => ListRow {
  const papers = new Map([...catalogue.papers, ...catalogue.withdrawn].map((paper) => [paper.slug, paper]));
  const topics = new Map(catalogue.topics.map((topic) => [topic.slug, topic]));
  const old = new Map(redirects.map((redirect) => [redirect.slug, redirect]));
  return (change) => {
    const paper = papers.get(change.paper);
    const row = paper ? bareRow(paper) : rowOfOld(change, old);
    const byHand = change.by === 'person' ? ', by hand' : '';
    switch (change.change) {
      case 'added':
        return paper ? plainRow(paper) : row;
      case 'edited':
        return { ...row, after: [{ text: `${inList(change.fields)}${byHand}` }].filter(({ text }) => text !== '') };
      case 'retagged':
        return { ...row, ...retagged(change, paper, topics, byHand) };
      case 'withdrawn':
        return paper?.withdrawn
          ? { ...row, why: { pieces: plain(`Withdrawn on ${paper.withdrawn.when}. ${paper.withdrawn.why}`) } }
          : row;
      case 'removed': {
        const now = old.get(change.paper)?.to;
        return { ...row, after: now ? [{ text: `now: ${now.title}` }] : [] };
      }
    }
  };
}

/** A paper that stands no more under this slug. */
function rowOfOld({ paper, title }: Change, old: Map<string, ResolvedRedirect>): ListRow {
  return { title: plain(title), path: old.has(paper) ? paths.paper(paper) : undefined, tags: [], before: [], after: [] };
}

function retagged(
  { gained, lost }: Change,
  paper: ListedPaper | undefined,
  topics: Map<string, ListedTopic>,
  byHand: string,
): Pick<ListRow, 'tags' | 'before' | 'after'> {
  const strengths = new Map(paper?.tags.map(({ topic, strength }) => [topic.slug, strength]));
  const tags = gained.flatMap((slug): RowTag[] => {
    const topic = topics.get(slug);
    return topic ? [toRowTag({ topic, strength: strengths.get(slug) ?? 'minor' })] : [];
  });
  // A topic that no paper has any more has no label here.
  const labels = lost.map((slug) => topics.get(slug)?.label ?? slug.replaceAll('-', ' '));
  return {
    tags,
    before: tags.length > 0 ? [{ text: 'now under' }] : [],
    after: [...(labels.length > 0 ? [`no longer under ${inList(labels)}`] : []), ...(byHand ? ['by hand'] : [])].map((text) => ({
      text,
    })),
  };
}
