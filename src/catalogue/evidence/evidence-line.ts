import type { ListedPaper, ListedTag } from '../catalogue.ts';
import type { Mark } from './find-marks.ts';
import { findMarks, indexOfWords } from './find-marks.ts';

/** A piece of a text, marked where it is evidence. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

const MAX_CHARS = 170;

/**
 * The sentence of the abstract that holds the strongest evidence of a tag, for the topic's page.
 *
 * A long sentence is cut at words around the evidence, with `…` where something is left out. Where the tag has no words
 * of its own in the abstract, those of a narrower topic speak for it.
 *
 * @returns Undefined when there are no such words in the abstract: title and tags then say it all.
 */
export function evidenceLine(paper: ListedPaper, tag: ListedTag): Piece[] | undefined {
  const speakers = [tag, ...paper.tags.filter(({ topic }) => topic.broader === tag.topic)];
  const words = speakers.flatMap(({ evidence }) => evidence).find((piece) => indexOfWords(paper.abstract, piece) >= 0);
  if (words === undefined) return undefined;
  const start = indexOfWords(paper.abstract, words);
  const sentence = sentenceAround(paper.abstract, start, start + words.length);
  const clip = clipAround(paper.abstract, sentence, { start, end: start + words.length });
  const text = paper.abstract.slice(clip.start, clip.end);
  const pieces = cutAtMarks(text, findMarks(text, [{ n: tag.n, words }]));
  const head = { text: clip.start > sentence.start ? '…' : '', isMarked: false };
  const tail = { text: clip.end < sentence.end ? '…' : '', isMarked: false };
  return [head, ...pieces, tail].filter((piece) => piece.text !== '');
}

/** The title with the words marked that earned a tag. */
export function markedTitle(title: string, evidence: string[]): Piece[] {
  return cutAtMarks(
    title,
    findMarks(
      title,
      evidence.map((words) => ({ n: 1, words })),
    ),
  );
}

/** A text in pieces, marks apart. Joined they are the text again. */
export function cutAtMarks(text: string, marks: Mark[]): Piece[] {
  const ends = marks.map((mark) => mark.end);
  const pieces = marks.flatMap((mark, index) => [
    { text: text.slice(ends[index - 1] ?? 0, mark.start), isMarked: false },
    { text: text.slice(mark.start, mark.end), isMarked: true },
  ]);
  return [...pieces, { text: text.slice(ends.at(-1) ?? 0), isMarked: false }].filter((piece) => piece.text !== '');
}

/** From after the full stop before to the one behind. Abbreviations may cut too early: this is an excerpt, not data. */
function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const lastStop = [...before.matchAll(/[.!?]["”')\]]*\s+(?=["“'([]*\p{Lu})|\n+/gu)].at(-1);
  const nextStop = /[.!?]["”')\]]*(?=\s+["“'([]*\p{Lu}|\s*$)|(?=\n)/u.exec(after);
  return {
    start: lastStop ? lastStop.index + lastStop[0].length : 0,
    end: nextStop ? end + nextStop.index + nextStop[0].length : text.length,
  };
}

/** A stretch of the sentence of at most MAX_CHARS letters that holds the words, cut between words. */
function clipAround(
  text: string,
  sentence: { start: number; end: number },
  words: { start: number; end: number },
): { start: number; end: number } {
  if (sentence.end - sentence.start <= MAX_CHARS) return sentence;
  const room = Math.max(0, MAX_CHARS - (words.end - words.start));
  const wantedStart = Math.max(sentence.start, Math.min(words.start - Math.floor(room / 2), sentence.end - MAX_CHARS));
  const wantedEnd = Math.min(sentence.end, Math.max(words.end, wantedStart + MAX_CHARS));
  const start = wantedStart === sentence.start ? wantedStart : Math.min(words.start, indexAfterBlank(text, wantedStart));
  const cut = text.lastIndexOf(' ', wantedEnd);
  const end =
    wantedEnd === sentence.end ? wantedEnd : Math.max(words.end, start + text.slice(start, cut).replace(/[\s,;:(]+$/, '').length);
  return { start, end };
}

function indexAfterBlank(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 ? from : blank + 1;
}
