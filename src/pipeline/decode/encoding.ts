import type { VFileMessage } from 'vfile-message';
import { message } from '../../model/messages.ts';
import type { Staged } from '../../model/staged.ts';

/**
 * Turn a file's bytes into characters: UTF-8, UTF-16 with a byte order mark or clearly so, else Windows-1252 when
 * that fits. Output is empty after an error. Messages: `binary-file`, `unknown-encoding`, `file-too-large` (errors),
 * `invalid-utf8`, `windows-1252`.
 */
export function readCharacters(file: string, bytes: Uint8Array): Staged<string> {
  const fail = (problem: VFileMessage): Staged<string> => ({ output: '', messages: [problem] });
  if (bytes.length > MOST_BYTES) return fail(message('file-too-large', { file }, Math.round(bytes.length / 1e6)));
  const kind = SIGNATURES.find(({ bytes: start }) =>
    start.every((byte, index) => byte === undefined || bytes[index] === byte),
  )?.kind;
  if (kind === UTF_32) return fail(message('unknown-encoding', { file }));
  if (kind !== undefined) return fail(message('binary-file', { file }, kind));
  const utf16 = utf16Order(bytes);
  if (utf16 !== undefined) return checkReplaced(file, new TextDecoder(utf16).decode(bytes));
  if (isBinary(bytes)) return fail(message('binary-file', { file }, 'data'));
  return strictUtf8(bytes) ?? looseUtf8(file, bytes);
}

function strictUtf8(bytes: Uint8Array): Staged<string> | undefined {
  try {
    return { output: new TextDecoder('utf-8', { fatal: true }).decode(bytes), messages: [] };
  } catch {
    return undefined;
  }
}

function looseUtf8(file: string, bytes: Uint8Array): Staged<string> {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = count(text, /\ufffd/g);
  const whole = count(text, /[^\0-\x7f\ufffd]/gu);
  if (whole * 4 < broken && broken < 0.1 * text.length) {
    return { output: new TextDecoder('windows-1252').decode(bytes), messages: [message('windows-1252', { file })] };
  }
  if (broken < 0.02 * text.length || broken < 4) return checkReplaced(file, text);
  return { output: '', messages: [message('unknown-encoding', { file })] };
}

/** Report where bytes that are no text were replaced by U+FFFD. */
function checkReplaced(file: string, text: string): Staged<string> {
  const first = text.indexOf('\ufffd');
  if (first < 0) return { output: text, messages: [] };
  return { output: text, messages: [message('invalid-utf8', { file, line: lineAt(text, first) }, count(text, /\ufffd/g))] };
}

type Utf16 = 'utf-16le' | 'utf-16be';

/** UTF-16 by its byte order mark, or since nearly every second byte is NUL, as in English text. */
function utf16Order(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > 0.2 * sample.length && even < 0.01 * sample.length) return 'utf-16le';
  if (even > 0.2 * sample.length && odd < 0.01 * sample.length) return 'utf-16be';
  return undefined;
}

/** Text has a stray control character at most; data is full of them. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.reduce((sum, byte) => sum + Number(byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)), 0);
  return controls > 16 && controls > 0.05 * sample.length;
}

/** Line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return count(text.slice(0, offset), /\r\n|[\n\r]/g) + 1;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** A string of Node holds some 536 million units. */
const MOST_BYTES = 500e6;
const SAMPLE = 65_536;

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const UTF_32 = 'UTF-32 text';
/** How files begin that are often taken for text. `undefined` is any byte. */
const SIGNATURES: { kind: string; bytes: (number | undefined)[] }[] = [
  { kind: 'a PDF', bytes: ascii('%PDF-') },
  { kind: 'a zip archive or an office document', bytes: [...ascii('PK'), 3, 4] },
  { kind: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { kind: 'a bzip2 archive', bytes: ascii('BZh') },
  { kind: 'an xz archive', bytes: [0xfd, ...ascii('7zXZ')] },
  { kind: 'a 7-zip archive', bytes: [...ascii('7z'), 0xbc, 0xaf] },
  { kind: 'a picture', bytes: [0x89, ...ascii('PNG')] },
  { kind: 'a picture', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'a picture', bytes: ascii('GIF8') },
  { kind: 'a picture', bytes: [...ascii('RIFF'), undefined, undefined, undefined, undefined, ...ascii('WEBP')] },
  { kind: 'an old office document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'a rich text document', bytes: ascii('{\\rtf1') },
  { kind: 'a database', bytes: ascii('SQLite format 3') },
  { kind: UTF_32, bytes: [0xff, 0xfe, 0, 0] },
  { kind: UTF_32, bytes: [0, 0, 0xfe, 0xff] },
];
