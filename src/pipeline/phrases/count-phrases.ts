import type { Canonical } from './canonical.ts';
import { BEFORE_VERBS, DETERMINERS } from './function-words.ts';
import type { Run } from './runs.ts';

/** A phrase of a corpus, and how it is used. */
export interface Phrase {
  /** Its canonical words, parted by blanks. */
  key: string;
  words: string[];
  /** Places of the papers that use it, ascending. */
  papers: number[];
  /** How many of them have it in the title. */
  inTitles: number;
  /** How often it is used in all. */
  uses: number;
  /** Uses at the beginning of a run, at the end of one, and as a whole run. */
  beginning: number;
  ending: number;
  alone: number;
  /** Uses right after a determiner, and after a word that calls for a verb. */
  determined: number;
  likeVerb: number;
  /** Uses in the plural. */
  plural: number;
  /** As it stands, by how often. Acronyms are not among them. */
  forms: Map<string, number>;
  /** Keys of other spellings of it that were put into it. */
  variants: string[];
}

/** A word of a run, or an acronym's words, which no phrase parts. */
interface Unit {
  words: string[];
  text: string;
  joined: boolean;
}

const MAX_WORDS = 4;

/**
 * Every phrase of one to four words that `minPapers` papers use, within a run and without cutting a hyphenated
 * compound or an acronym.
 *
 * Longer phrases are looked for only where the shorter ones inside are frequent enough (Agrawal and Srikant, "Fast
 * algorithms for mining association rules", VLDB 1994), which bounds the memory.
 */
export function countPhrases(runs: Run[][], canonical: Canonical, minPapers: number): Map<string, Phrase> {
  const units = runs.map((ofPaper) =>
    ofPaper.map((run) => ({
      ...run,
      units: run.tokens.map((token): Unit => ({ words: canonical.wordsOf(token), text: token.text, joined: token.joined })),
    })),
  );
  const frequent = frequentKeys(
    units.map((ofPaper) => ofPaper.map((run) => run.units.flatMap((unit) => unit.words))),
    minPapers,
  );
  const phrases = new Map<string, Phrase>();
  units.forEach((ofPaper, paper) => {
    for (const run of ofPaper) countRun(run, paper, frequent, phrases);
  });
  for (const [key, phrase] of phrases) if (phrase.papers.length < minPapers) phrases.delete(key);
  return phrases;
}

/** Keys of word sequences in `minPapers` papers or more, boundaries aside. */
function frequentKeys(papers: string[][][], minPapers: number): Set<string> {
  let frequent = new Set<string>();
  const all = new Set<string>();
  for (let length = 1; length <= MAX_WORDS; length++) {
    const counts = new Map<string, { papers: number; last: number }>();
    papers.forEach((runs, paper) => {
      for (const words of runs) {
        for (let from = 0; from + length <= words.length; from++) {
          const sequence = words.slice(from, from + length);
          if (length > 1 && !(frequent.has(sequence.slice(1).join(' ')) && frequent.has(sequence.slice(0, -1).join(' '))))
            continue;
          const key = sequence.join(' ');
          const count = counts.get(key);
          if (!count) counts.set(key, { papers: 1, last: paper });
          else if (count.last !== paper) Object.assign(count, { papers: count.papers + 1, last: paper });
        }
      }
    });
    frequent = new Set([...counts].filter(([, count]) => count.papers >= minPapers).map(([key]) => key));
    for (const key of frequent) all.add(key);
  }
  return all;
}

function countRun(run: Run & { units: Unit[] }, paper: number, frequent: Set<string>, phrases: Map<string, Phrase>): void {
  const { units } = run;
  for (let from = 0; from < units.length; from++) {
    if (units[from]!.joined) continue;
    const words: string[] = [];
    for (let to = from + 1; to <= units.length; to++) {
      words.push(...units[to - 1]!.words);
      if (words.length > MAX_WORDS) break;
      if (units[to]?.joined) continue;
      const key = words.join(' ');
      if (!frequent.has(key)) continue;
      let phrase = phrases.get(key);
      if (!phrase) phrases.set(key, (phrase = emptyPhrase(key, [...words])));
      count(phrase, run, from, to, paper);
    }
  }
}

function emptyPhrase(key: string, words: string[]): Phrase {
  const none = { inTitles: 0, uses: 0, beginning: 0, ending: 0, alone: 0, determined: 0, likeVerb: 0, plural: 0 };
  return { key, words, papers: [], ...none, forms: new Map(), variants: [] };
}

function count(phrase: Phrase, run: Run & { units: Unit[] }, from: number, to: number, paper: number): void {
  const last = run.units[to - 1]!;
  const begins = from === 0;
  const ends = to === run.units.length;
  const isNew = phrase.papers.at(-1) !== paper;
  if (isNew) phrase.papers.push(paper);
  if (isNew && run.inTitle) phrase.inTitles += 1; // a title is read before its abstract
  phrase.uses += 1;
  if (begins) phrase.beginning += 1;
  if (ends) phrase.ending += 1;
  if (begins && ends) phrase.alone += 1;
  if (begins && DETERMINERS.has(run.before)) phrase.determined += 1;
  if (begins && BEFORE_VERBS.has(run.before)) phrase.likeVerb += 1;
  if (last.words.length === 1 && last.text.toLowerCase() !== last.words[0] && /s$/i.test(last.text)) phrase.plural += 1;
  if (run.units.slice(from, to).every((unit) => unit.words.length === 1)) {
    const form = asItStands(run.units.slice(from, to));
    phrase.forms.set(form, (phrase.forms.get(form) ?? 0) + 1);
  }
}

function asItStands(units: Unit[]): string {
  return units.map((unit, i) => (i === 0 ? '' : unit.joined ? '-' : ' ') + unit.text).join('');
}
