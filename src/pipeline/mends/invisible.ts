import type { Mend } from './mend.ts';

/**
 * `re␣search` → `research`: characters that nobody sees, and that part words for search and slugs. Zero-width
 * spaces, soft hyphens, marks and overrides of the writing direction, tags, the place of a picture, noncharacters,
 * control characters.
 *
 * Kept where writing needs them: joiners in emoji and in scripts that join (Arabic, Indic), word borders in Thai,
 * Khmer, Lao and Myanmar, marks of direction in a text with Hebrew or Arabic letters, the tags of a flag.
 */
export const invisible: Mend = {
  id: 'invisible',
  mend(text) {
    let kept = '';
    let from = 0;
    for (const { index, 0: found } of findInvisible(text)) {
      kept += text.slice(from, index);
      from = index + found.length;
    }
    return from === 0 ? text : kept + text.slice(from);
  },
};

/** The characters that `invisible` leaves out of a text, in order. */
export function* findInvisible(text: string): Generator<RegExpExecArray> {
  // Most texts are nothing but what every keyboard has, and the second look takes five times as long.
  if (!NOT_PLAIN.test(text) || !INVISIBLE.test(text)) return;
  let isRightToLeft: boolean | undefined;
  const hasRightToLeft = (): boolean => (isRightToLeft ??= RIGHT_TO_LEFT.test(text));
  for (const match of text.matchAll(EACH)) {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    if (!isNeeded(match[0], before, hasRightToLeft)) yield match;
  }
}

function isNeeded(found: string, before: string, hasRightToLeft: () => boolean): boolean {
  if (found.startsWith('\u{1f3f4}')) return true;
  if (found === '\u200b') return /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]$/u.test(before);
  if (found === '\u200c' || found === '\u200d') return JOINING.test(before);
  return /[\u061c\u200e\u200f]/.test(found) && hasRightToLeft();
}

const INVISIBLE =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff\u{e0000}-\u{e007f}]/u;
const NOT_PLAIN = /[^\n\r\t\x20-\x7e]/;
/** A flag with its tags counts as one, and is kept whole. */
const EACH = new RegExp(`\\u{1f3f4}[\\u{e0020}-\\u{e007f}]+|${INVISIBLE.source}`, 'gu');
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** What a joiner may follow: emoji, and letters of scripts whose letters join. */
const JOINING =
  /(?:[\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}\p{M}]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}])\p{L})$/u;
