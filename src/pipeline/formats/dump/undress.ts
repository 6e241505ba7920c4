import { type Block, LONG_LINE, type Part } from './line.ts';

/**
 * Take off what a page dresses its papers in: quote marks, cells of a table, headings, numbers, bullets, bold type,
 * links, and the labels `Title:` and `Abstract:`. What a title was dressed in tells that it is one.
 *
 * `## 3. [On Shelves](https://…)` → `On Shelves`, a title. Only where the whole dump does so: a single title that
 * begins with `#` or `1.` keeps it, and so does a list in an abstract.
 */
export function undress(lines: Block[]): Block[] {
  const ofPapers = lines.filter(({ furniture }) => furniture === undefined || !furniture.certain);
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const taken = DRESSES.filter((dress) => takeOff(ofPapers, dress)).length;
    if (taken === 0) break;
  }
  return lines.map(takeLabel);
}

/** `- **1. On Shelves**` has three. */
const MOST_LAYERS = 3;

/** What may stand around a title: the title is the group `title`; numbers must count up. */
const DRESSES: RegExp[] = [
  /^#{1,6}\s+(?<title>\S.*?)(?:\s+#+)?$/u,
  /^(?:\[(?<n1>\d{1,5})\]|\((?<n2>\d{1,5})\)|#?(?<n3>\d{1,5})[.):](?!\d)|#(?<n4>\d{1,5}) )\s*(?<title>\S.*)$/u,
  // Each bullet by itself: a list has one kind.
  ...['-', '\\*', '\\+', '•', '‣', '▪'].map((bullet) => new RegExp(`^${bullet}\\s+(?<title>\\S.*)$`, 'u')),
  /^(?:\*\*|__)(?<title>[^\s*_].*?)(?:\*\*|__)[.:]?$/u,
  /^\[(?<title>.+)\]\(https?:\/\/[^\s()]+\)$/u,
];

/** Take a dress off every line that wears it, where the titles of the dump wear it. @returns Whether they do. */
function takeOff(lines: Block[], dress: RegExp): boolean {
  const dressed = new Map<Block, RegExpExecArray>();
  for (const line of lines) {
    const isFree = line.furniture === undefined && line.part !== 'abstract' && line.text.length <= LONGEST_TITLE;
    const found = isFree ? dress.exec(line.text) : null;
    if (found) dressed.set(line, found);
  }
  if (!areTitles(lines, dressed) || !countUp([...dressed.values()])) return false;
  for (const [line, found] of dressed) {
    line.text = (found.groups?.['title'] ?? '').trim();
    line.part = 'title';
  }
  return true;
}

const LONGEST_TITLE = 400;

/** Whether long text follows each of the lines before the next of them, and hardly any stands before the first. */
function areTitles(lines: Block[], dressed: ReadonlyMap<Block, unknown>): boolean {
  if (dressed.size < 2) return false;
  let titles = 0;
  let texts = 0;
  let before = 0;
  let isOpen = false;
  for (const line of lines) {
    if (dressed.has(line)) {
      isOpen = true;
    } else if (line.text.length >= LONG_LINE) {
      texts += 1;
      if (isOpen) titles += 1;
      else if (titles === 0) before += 1;
      isOpen = false;
    }
  }
  return titles >= 0.7 * dressed.size && before <= 0.1 * texts && titles >= 0.25 * texts;
}

/** Whether numbers go up by one; marks that hold no number do not matter. */
function countUp(found: RegExpExecArray[]): boolean {
  const numbers = found
    .flatMap(({ groups = {} }) => groups['n1'] ?? groups['n2'] ?? groups['n3'] ?? groups['n4'] ?? [])
    .map(Number);
  const steps = numbers.filter((number, at) => at > 0 && number === (numbers[at - 1] ?? 0) + 1).length;
  return numbers.length === 0 || steps >= 0.7 * (numbers.length - 1);
}

/** A mail that is quoted: `> ` before every line. */
export function unquote(lines: Block[]): Block[] {
  const quoted = lines.filter(({ text }) => text.startsWith('>')).length;
  if (quoted < 2 || quoted < 0.6 * lines.length) return lines;
  let spaced = true;
  const bare: Block[] = [];
  for (const line of lines) {
    const text = line.text.replace(/^(?:> ?)+/, '').trim();
    if (text !== '') bare.push({ ...line, text, spaced: spaced || line.spaced });
    spaced = text === '';
  }
  return bare;
}

/** A table of two columns, copied from a spreadsheet: title, tab, abstract. */
export function splitCells(lines: Block[]): Block[] {
  const rows = lines.filter((line) => line.text.includes('\t'));
  const isTable = rows.length === lines.length || (rows.length >= 2 && rows.length >= 0.3 * lines.length);
  if (!isTable || rows.filter(({ text }) => ROW.test(text)).length < 0.8 * rows.length) return lines;
  return lines.flatMap((line) => {
    const [title = '', abstract = ''] = line.text.split(/\t+/);
    if (!ROW.test(line.text)) return line;
    if (/^title$/i.test(title)) return { ...line, text: title };
    return [
      { ...line, text: title.trim(), spaced: true, part: 'title' },
      { ...line, text: abstract.trim(), spaced: true, part: 'abstract' },
    ];
  });
}

const ROW = /^(?:title\t+abstract|[^\t]{2,400}\t+[^\t]{20,})$/i;

function takeLabel(line: Block): Block {
  if (line.furniture !== undefined) return line;
  for (const [label, part] of LABELS) {
    const found = part === 'title' && line.text.length > LONGEST_TITLE ? null : label.exec(line.text);
    if (found) return { ...line, text: line.text.slice(found[0].length), part };
  }
  return line;
}

/** Labels before a text on its line; `title:` in small letters is a key of something else. */
const LABELS: [RegExp, Part][] = [
  [/^(?:[*_]{1,3})?Title(?:[*_]{1,3})? ?[:：](?:[*_]{1,3})?\s*(?=\S)/u, 'title'],
  [/^(?:[*_]{1,3})?(?:Abstract|ABSTRACT)(?:[*_]{1,3})? ?(?:[:：.—–]|--+|-(?= ))(?:[*_]{1,3})?\s*(?=\S.{40})/u, 'abstract'],
  [/^Abstract(?=(?:We|In|The|This|Recent|Recently|Large|Deep|Existing|Despite|While|As|With|To|Our|A|An)\s.{80})/u, 'abstract'],
];
