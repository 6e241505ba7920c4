import { looksLikeAcronym } from '../evidence/words.ts';
import { FUNCTION_WORDS, OTHER_LANGUAGES } from './function-words.ts';

/** A word of a run. */
export interface Token {
  /** As it stands. */
  text: string;
  /** In lower case, without a possessive ending; an acronym as it stands, without a plural s. */
  word: string;
  isAcronym: boolean;
  /** True when a hyphen joins it to the word before: no phrase begins here. */
  joined: boolean;
}

/** Words that stand side by side without a function word or punctuation between them. */
export interface Run {
  tokens: Token[];
  /** The function word before it, in lower case; empty after punctuation and at the beginning. */
  before: string;
  inTitle: boolean;
}

/** A TeX formula or command parts phrases and is no word. */
const TEX = /\$[^$]*\$|\\[a-zA-Z]+/g;
/** French and Italian articles without their vowel: `l’analyse`, `d’un`. */
const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|dell|all|nell|un)['’](?=\p{L})/giu;
const WORD_OR_MARK = /[\p{L}\p{N}]+(?:['’]\p{L}+)?|[^\s\p{L}\p{N}]/gu;
const HYPHENS = new Set(['-', '‐', '‑']);

/** Cut title and abstract into runs. */
export function readRuns({ title, abstract }: { title: string; abstract: string }): Run[] {
  return [...readText(title, true), ...readText(abstract, false)];
}

function readText(text: string, inTitle: boolean): Run[] {
  const runs: Run[] = [];
  let run: Run = { tokens: [], before: '', inTitle };
  const endRun = (before: string): void => {
    if (run.tokens.length > 0) runs.push(run);
    run = { tokens: [], before, inTitle };
  };
  const marks = [...text.replace(TEX, ' | ').replace(ELISION, ' | ').matchAll(WORD_OR_MARK)];
  marks.forEach((mark, i) => {
    const joined = isJoined(marks, i);
    if (!/^[\p{L}\p{N}]/u.test(mark[0])) {
      if (!isJoined(marks, i + 1)) endRun('');
      return;
    }
    const token = toToken(mark[0], joined);
    const isAlone = !joined && !isJoined(marks, i + 2);
    if (isAlone && FUNCTION_WORDS.has(token.word)) endRun(token.word);
    else if (isAlone && (!isTermWord(token.word) || OTHER_LANGUAGES.has(token.word))) endRun('');
    else run.tokens.push(token);
  });
  endRun('');
  return runs;
}

/** True when the word at `i` follows a hyphen that follows a word, without a blank between. */
function isJoined(marks: RegExpExecArray[], i: number): boolean {
  const [before, hyphen, word] = [marks[i - 2], marks[i - 1], marks[i]];
  return (
    before !== undefined &&
    hyphen !== undefined &&
    word !== undefined &&
    HYPHENS.has(hyphen[0]) &&
    /[\p{L}\p{N}]$/u.test(before[0]) &&
    /^[\p{L}\p{N}]/u.test(word[0]) &&
    before.index + before[0].length === hyphen.index &&
    hyphen.index + 1 === word.index
  );
}

function toToken(text: string, joined: boolean): Token {
  const bare = text.replace(/['’]\p{L}{1,2}$/u, '');
  const isAcronym = looksLikeAcronym(bare);
  return { text, word: isAcronym ? bare.replace(/(?<=\p{Lu})s$/u, '') : bare.toLowerCase(), isAcronym, joined };
}

function isTermWord(word: string): boolean {
  return word.length > 1 && /\p{L}/u.test(word);
}
