import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import slugify from '@sindresorhus/slugify';
import type { Topic } from '../src/model/topic.ts';
import type { Titled } from '../src/pipeline/learn/corpus.ts';
import { type Labelled, MINOR } from '../src/pipeline/learn/labelled.ts';
import { readEntries } from './content-folder.ts';
import { readJsonLines } from './json-lines.ts';
import { onOneLine, titleKey } from './plain-papers.ts';

/** One pair of files of a folder of labelled papers: NAME-labels.json, and NAME-papers.jsonl.gz, .jsonl or .json. */
export interface LabelledSet {
  name: string;
  /** Of the folder given; the others come with the content directory, were not labelled by people, and measure nothing. */
  isGold: boolean;
  papers: LabelledPaper[];
}

export interface LabelledPaper extends Labelled {
  id: string;
}

/** Of the papers without labels, one in so many: more cost time and gave little. */
export const KEEP_EVERY = 4;
/** Sets of these names are for measuring, and are never learnt from. */
export const FOR_MEASURING = /^(?:dev|test)/;

interface PaperRow extends Titled {
  id?: string;
  slug?: string;
  sample?: string;
}

/** Where labels and texts are, as the commands are told. */
export interface LabelFolders {
  /** Sets of labelled papers. */
  labels: string;
  /** Many papers without labels, and the texts of those that DIR/labels labels by their ids. */
  corpora: string;
  /** Content directory: its papers, and the labels that come with it. */
  content: string;
}

/**
 * Read every set of labelled papers of the folder given and of DIR/labels, in the order of their names.
 *
 * Labels are `{ID: {"core": [SLUG …], "minor": [SLUG …]}}`, papers have `id` or `slug`, `title` and `abstract`. A set
 * without papers of its own labels those of the content directory, by the slug of their titles, uncut; labels in
 * DIR/labels are of papers of the corpora, `arxiv:ID`, and are left out where there are no corpora.
 */
export function readLabelledSets({ labels, corpora, content }: LabelFolders, topics: Topic[]): LabelledSet[] {
  const own = join(content, 'labels');
  return [
    ...listSets(labels).map((name) => ({
      name,
      isGold: true,
      papers: readSet(labels, name, () => readPapers(labels, name) ?? readCatalogue(content), topics),
    })),
    ...(existsSync(corpora) ? listSets(own) : []).map((name) => ({
      name,
      isGold: false,
      papers: readSet(own, name, (ids) => pickPapers(corpora, ids), topics),
    })),
  ];
}

/** Every `keepEvery`th paper of a folder of .jsonl.gz files, without those whose titles are in `known`. */
export function readCorpora(folder: string, keepEvery: number, known: Set<string>): Titled[] {
  if (!existsSync(folder)) return [];
  const papers: Titled[] = [];
  let at = 0;
  for (const name of listCorpora(folder)) {
    for (const { title, abstract } of readJsonLines<Titled>(join(folder, name))) {
      if (at++ % keepEvery !== 0) continue;
      if (abstract && abstract.length >= MIN_ABSTRACT && !known.has(titleKey(title)))
        papers.push({ title: onOneLine(title), abstract: onOneLine(abstract).slice(0, MAX_ABSTRACT) });
    }
  }
  return papers;
}

const MIN_ABSTRACT = 200;
const MAX_ABSTRACT = 4000;

const ENDING = '-labels.json';

function listSets(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  return files.map((name) => name.slice(0, -ENDING.length)).sort();
}

function readSet(folder: string, name: string, read: (ids: Set<string>) => PaperRow[], topics: Topic[]): LabelledPaper[] {
  const numbers = new Map(topics.map(({ slug }, number) => [slug, number]));
  const file = join(folder, name + ENDING);
  const labels = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { core: string[]; minor: string[] }>;
  const rows = read(new Set(Object.keys(labels)));
  const byId = new Map(rows.flatMap((paper) => keys(paper).map((key) => [key, paper])));
  return Object.entries(labels).map(([id, { core, minor }]) => {
    const paper = byId.get(id);
    if (!paper) throw new Error(`${file} labels "${id}", and there is no such paper.`);
    const strengths = new Float64Array(topics.length);
    for (const slug of minor) if (numbers.has(slug)) strengths[numbers.get(slug)!] = MINOR;
    for (const slug of core) if (numbers.has(slug)) strengths[numbers.get(slug)!] = 1;
    const { title, abstract, sample = 'random' } = paper;
    return { id, title, abstract: onOneLine(abstract), strengths, isRandom: sample === 'random' };
  });
}

/** Papers of the corpora by ids such as `arxiv:2507.01052`, which is 2507.01052 of arxiv-….jsonl.gz. None is drawn as it comes. */
function pickPapers(corpora: string, ids: Set<string>): PaperRow[] {
  return listCorpora(corpora).flatMap((file) => {
    const [source] = file.split('-');
    const rows = [...readJsonLines<PaperRow>(join(corpora, file))];
    return rows
      .map((row) => ({ ...row, id: `${source}:${row.id}`, title: onOneLine(row.title), sample: 'chosen' }))
      .filter(({ id }) => ids.has(id));
  });
}

function listCorpora(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort();
}

function readPapers(folder: string, name: string): PaperRow[] | undefined {
  const path = ['jsonl.gz', 'jsonl', 'json']
    .map((kind) => join(folder, `${name}-papers.${kind}`))
    .find((path) => existsSync(path));
  if (path === undefined) return undefined;
  return path.endsWith('.json') ? (JSON.parse(readFileSync(path, 'utf8')) as PaperRow[]) : [...readJsonLines<PaperRow>(path)];
}

function readCatalogue(content: string): PaperRow[] {
  return readEntries(content).output.map(({ title, abstract }) => ({
    slug: slugify(title, { decamelize: false }),
    title,
    abstract,
  }));
}

function keys({ id, slug }: PaperRow): string[] {
  return [id, slug].filter((key) => key !== undefined);
}
