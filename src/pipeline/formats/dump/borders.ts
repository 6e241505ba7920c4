import { abstractOdds, runsOn, titleLengthOdds } from './shape.ts';

/**
 * Find where titles and abstracts begin among lines that were wrapped at one width without blank lines between them: often
 * the last line of a title is as full as any other.
 *
 * It is the most probable way to cut the lines into papers (Viterbi, paper by paper): by the shape of each title and the
 * length of each abstract, by lines that are not full, and by how sentences end and begin at a border. Linear in time.
 *
 * @param isFull  Of each line but the last, whether the next one's first word had no room behind it.
 * @param usualLetters  Length of an abstract, as a rule.
 * @returns Indices of the lines that begin a title or an abstract.
 */
export function findBorders(lines: string[], isFull: boolean[], usualLetters: number): Set<number> {
  const { letters, gaps, borders } = measure(lines, isFull);
  /** By line, the score of the best way to cut all lines above it, and the paper that this way ends in. */
  const best = new Float64Array(lines.length + 1).fill(-Infinity);
  const papers: Paper[] = [];
  best[0] = 0;
  const inOneText = (from: number, to: number): number => GAP * (gaps[Math.max(from, to - 1)]! - gaps[from]!);
  const end = (at: number, score: number, paper: Paper): void => {
    if (score <= best[at]!) return;
    best[at] = score;
    papers[at] = paper;
  };
  for (let start = 0; start < lines.length; start += 1) {
    if (best[start]! < Math.max(...best.subarray(Math.max(0, start - MOST_LINES), start)) - HOPELESS) continue;
    for (let abstract = start; abstract <= Math.min(start + MOST_TITLE_LINES, lines.length); abstract += 1) {
      const hasTitle = abstract > start;
      const title = hasTitle ? titleScore(lines.slice(start, abstract)) + inOneText(start, abstract) : -BREAK;
      const turn = hasTitle ? turnScore(lines, abstract) + borders.inPaper[abstract]! : 0;
      const paper = { start, abstract };
      if (hasTitle) end(abstract, best[start]! + title - BREAK + borders.inPaper[abstract]!, paper);
      const read = best[start]! + title + turn;
      for (let at = abstract + 1; at <= Math.min(abstract + MOST_LINES, lines.length); at += 1) {
        const text = lengthScore((letters[at]! - letters[abstract]!) / usualLetters) + inOneText(abstract, at);
        end(at, read + text + borders.afterAbstract[at]!, paper);
      }
    }
  }
  return begun(papers, lines.length);
}

/** One that ends where it stands in a list. */
interface Paper {
  start: number;
  /** Where its abstract begins; at `start` for one without title. */
  abstract: number;
}

const MOST_TITLE_LINES = 4;
/** Of an abstract: at 72 columns 20,000 letters. */
const MOST_LINES = 280;
/** A way that is so far behind another never catches up. */
const HOPELESS = 15;
/** What it costs that a title has no abstract, or an abstract no title. */
const BREAK = 8;
/** A line that is not full, within a text. */
const GAP = -4.4;
/** A full line, at a text's end: by chance. */
const FULL = -1.9;

interface Measures {
  /** Above each line. */
  letters: Float64Array;
  /** Lines above each line that are not full. */
  gaps: Float64Array;
  /** What a border above each line scores: after a title, and after an abstract. */
  borders: { inPaper: Float64Array; afterAbstract: Float64Array };
}

function measure(lines: string[], isFull: boolean[]): Measures {
  const [letters, gaps, inPaper, afterAbstract] = Array.from({ length: 4 }, () => new Float64Array(lines.length + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [at, line] of lines.entries()) {
    const isLast = at + 1 === lines.length;
    letters[at + 1] = letters[at]! + line.length + 1;
    gaps[at + 1] = gaps[at]! + Number(!isLast && !isFull[at]);
    inPaper[at + 1] = !isLast && isFull[at] ? FULL : 0;
    afterAbstract[at + 1] = isLast ? 0 : inPaper[at + 1]! + endScore(line, lines[at + 1] ?? '');
  }
  return { letters, gaps, borders: { inPaper, afterAbstract } };
}

function titleScore(lines: string[]): number {
  const title = lines.join(' ');
  return clamp(-abstractOdds(title), -10, 5) + titleLengthOdds(title);
}

/** From a title to its abstract, which hardly ever begins with a small letter. */
function turnScore(lines: string[], at: number): number {
  const line = lines[at] ?? '';
  return (/^\p{Ll}/u.test(line) ? -7 : clamp(-runsOn(lines[at - 1] ?? '', line), -4, 2)) + (OPENS.test(line) ? 2 : 0);
}

const OPENS = /^(?:We|This|Recent|Recently|Despite|Existing|Although|Our|While|It|There|These|Nous|Cet|Cette)\b/;

/** From an abstract to the next title: an abstract ends with a sentence, and a title seldom begins with a small letter. */
function endScore(last: string, next: string): number {
  return (/[.!?。][)\]"”’]?$/u.test(last) ? 2.6 : -3.5) + (/^\p{Ll}/u.test(next) ? -4 : 0.3);
}

/** Log density of an abstract's length, 0 at the usual one. */
function lengthScore(ratio: number): number {
  const deviation = Math.log(ratio) / 0.5;
  return Math.max(-10, -(deviation ** 2) / 2);
}

function begun(papers: Paper[], length: number): Set<number> {
  const lines = new Set<number>();
  for (let paper = papers[length]; paper !== undefined; paper = papers[paper.start]) lines.add(paper.start).add(paper.abstract);
  return lines;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
