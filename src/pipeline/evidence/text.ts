import { isPeer, readSentences } from './cues.ts';
import { readWords, type Word } from './words.ts';

/** Where in a paper a word stands, by what that is worth. */
export const PLACES = ['title', 'contribution', 'opening', 'body', 'uses', 'peer'] as const;
export type Place = (typeof PLACES)[number];

/** Whether words there may earn a topic: not in a list of uses, nor as what the paper is measured against. */
export function mayEarn(place: Place | undefined): boolean {
  return place !== 'uses' && place !== 'peer';
}

/** A paper's words, in one line: title, then abstract. */
export interface Text {
  /** Title, a line feed, abstract. */
  text: string;
  title: string;
  abstract: string;
  words: Word[];
  /** Of each word. */
  places: Place[];
  /** Stems that say nothing, whatever a paper is about: those of its language (function-words.ts). */
  functionWords: ReadonlySet<string>;
}

const MAX_ACCENTS = 16;

/** Read title and abstract, and say of each word what its sentence does. */
export function readText(title: string, abstract: string, functionWords: ReadonlySet<string> = new Set()): Text {
  // Joined so that it is one string in memory: each look at a letter of a template's would have to find the part that it is in.
  const text = [title, abstract].join('\n');
  const words = readWords(text);
  const sentences = readSentences(abstract);
  const offset = title.length + 1;
  const places: Place[] = [];
  let at = 0;
  for (const { start } of words) {
    if (start < offset) {
      places.push('title');
      continue;
    }
    while (at < sentences.length - 1 && sentences[at]!.end + offset <= start) at++;
    const sentence = sentences[at]!;
    const { role } = sentence;
    places.push(isPeer(sentence, start - offset) ? 'peer' : role);
  }
  return { text, title, abstract, words, places, functionWords };
}

/**
 * Words `from` to `to`, end excluded, as they stand, with the accents that stand by themselves after the last. They are
 * cut out of title or abstract, for V8 would keep all of `text` in memory as long as a piece of it.
 */
export function wordsAsTheyStand({ text, title, abstract, words }: Text, { from, to }: { from: number; to: number }): string {
  const { start } = words[from]!;
  const last = words[to - 1]!.end;
  const end = last + /^\p{M}*/u.exec(text.slice(last, last + MAX_ACCENTS))![0].length;
  const offset = title.length + 1;
  if (end < offset) return title.slice(start, end);
  return start < offset ? text.slice(start, end) : abstract.slice(start - offset, end - offset);
}
