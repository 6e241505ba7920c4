import type { VFileMessage } from 'vfile-message';
import { message } from '../model/messages.ts';
import type { Staged } from '../model/staged.ts';
import { lineAt, readCharacters } from './decode/encoding.ts';
import { beginsAsJson } from './formats/json.ts';
import { findInvisible, invisible } from './mends/invisible.ts';

/**
 * Turn the bytes of a dump into text: lines end with a line feed, no byte order mark, no control characters but
 * tabs, no characters that nobody sees. What was left out or replaced is reported with its first line.
 *
 * @param file  The file's name, for messages.
 * @returns An empty text when a message is an error: the file could not be read as text.
 */
export function decode(file: string, bytes: Uint8Array): Staged<string> {
  const { output: characters, messages } = readCharacters(file, bytes);
  const lines = unifyLineEnds(characters);
  const visible = invisible.mend(lines.replace(CONTROL, ''));
  return { output: visible, messages: [...messages, ...reportLeftOut(file, lines)] };
}

/**
 * CRLF, lone CR, vertical tab, form feed, line and paragraph separators, and next line (NEL): all end a line. The last
 * behind an accent may be half of a letter that was read in a wrong encoding. In JSON all but the first two may stand
 * within a string, and end nothing.
 */
function unifyLineEnds(text: string): string {
  if (beginsAsJson(text)) return text.replace(/\r\n?/g, '\n');
  return text.replace(/\r\n?|[\v\f\u2028\u2029]|(?<![\u0080-\u0084\u0086-\u00ff])\u0085/g, '\n');
}

// U+0080 to U+009F are left to the mend of texts read in a wrong encoding.
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/g;
const IS_CONTROL = new RegExp(CONTROL.source);
const OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/;

function reportLeftOut(file: string, text: string): VFileMessage[] {
  const controls = tally(text.matchAll(CONTROL));
  const overrides = tally(findInvisible(text), (character) => OVERRIDE.test(character));
  const others = tally(findInvisible(text), (character) => !OVERRIDE.test(character) && !IS_CONTROL.test(character));
  return [
    ...(controls
      ? [message('control-characters', { file, line: lineAt(text, controls.first) }, controls.count, controls.names)]
      : []),
    ...(overrides
      ? [message('direction-overrides', { file, line: lineAt(text, overrides.first) }, overrides.count, overrides.names)]
      : []),
    ...(others ? [message('invisible-characters', { file, line: lineAt(text, others.first) }, others.count, others.names)] : []),
  ];
}

/** How many characters there are, where the first is, and the code points of some; `undefined` for none. */
function tally(found: Iterable<RegExpExecArray>, isCounted: (character: string) => boolean = () => true) {
  let count = 0;
  let first: number | undefined;
  const names = new Set<string>();
  for (const { 0: character, index } of found) {
    if (!isCounted(character)) continue;
    count += 1;
    first ??= index;
    if (names.size < 5) names.add(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  }
  return first === undefined ? undefined : { count, first, names: [...names].join(', ') };
}
