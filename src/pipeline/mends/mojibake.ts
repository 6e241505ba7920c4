import type { Mend } from './mend.ts';

/**
 * `viewerâ€™s` → `viewer’s`, `FranÃ§ois` → `François`: UTF-8 that was read as Windows-1252 or Latin-1.
 * Only whole sequences that are UTF-8 again, of two bytes after Â, Ã, Ä or Å, of three after â: no language has those.
 */
export const mojibake: Mend = {
  id: 'mojibake',
  mend(text) {
    if (!/[ÂÃÄÅâ]/.test(text)) return text;
    return text.replace(SEQUENCE, (found) => decodeAgain(found) ?? found);
  },
};

/** What Windows-1252 shows for the bytes 0x80 to 0x9f; undefined ones as their Latin-1 controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const TAIL = `[\\u0080-\\u00bf${WINDOWS_1252}]`;
const SEQUENCE = new RegExp(`[ÂÃÄÅ]${TAIL}|â${TAIL}{2}`, 'g');

function decodeAgain(found: string): string | undefined {
  const bytes = Array.from(found, (character) => {
    const place = WINDOWS_1252.indexOf(character);
    return place < 0 ? character.charCodeAt(0) : 0x80 + place;
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}
