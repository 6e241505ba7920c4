import type { Text } from './text.ts';

/** Words `from` to `to` of a text, end excluded, that a reader sees as one: `out-of-distribution`, `Qwen2.5`. */
export interface Token {
  from: number;
  to: number;
}

/** What joins two words to one, after the first one's last letter: a hyphen, a slash or an ampersand; a full stop between digits; an accent that stands by itself. */
const JOINT = /^.(?:\p{M}*(?:[-\u2010\u2011/&+_]|(?<=\p{N})\.(?=\p{N}))|\p{M}+)/su;
const MAX_LINK_CHARS = 200;

/** The token that the word at a place is part of. */
export function tokenAt(text: Text, at: number): Token {
  let [from, to] = [at, at + 1];
  while (from > 0 && isJoint(text, from)) from--;
  while (to < text.words.length && isJoint(text, to)) to++;
  return { from, to };
}

/** True where nothing but a blank parts the word at a place from the one before. */
export function isAfterBlank({ text, words }: Text, at: number): boolean {
  return at > 0 && text.slice(words[at - 1]!.end, words[at]!.start) === ' ';
}

/** True for words that are no prose: those of a web address, and TeX's commands. */
export function isMachineText({ text, words }: Text, at: number): boolean {
  const { start } = words[at]!;
  if (text[start - 1] === '\\') return true;
  const before = text.slice(Math.max(0, start - MAX_LINK_CHARS), start);
  return /(?::\/\/|\bwww\.)\S*$/.test(before);
}

/** Whether the word at a place and the one before are of one token. */
function isJoint({ text, words }: Text, at: number): boolean {
  const last = words[at - 1]!.end - 1;
  const joint = JOINT.exec(text.slice(last, words[at]!.start + 1));
  return joint?.[0].length === words[at]!.start - last;
}
