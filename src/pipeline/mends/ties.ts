import { EMPHASIS_END, MARKS } from './mend.ts';
import type { Mend } from './mend.ts';

/**
 * `e.g.,~SVD` → `e.g., SVD`, `6.5~mm` → `6.5 mm`, `AIME~24` → `AIME 24`: the unbreakable space of TeX.
 *
 * Not where it means "about" (`of ~80%`, `(~1.3M`), a range (`60%~70%`, `3~5`), a home folder, nor beside a space.
 */
export const ties: Mend = {
  id: 'ties',
  mend: (text) =>
    text.includes('~') ? text.replace(BEFORE_WORD, ' ').replace(BEFORE_NUMBER, ' ').replace(BEFORE_DASH, ' ') : text,
};

/** Behind a word, a number, closing punctuation or a dash; before a letter, an opening sign, math, an address or a command. */
const BEFORE_WORD = new RegExp(String.raw`(?<=[\p{L}\p{N}.,;:!?)\]}%”’'"–—${MARKS}-])~(?=[\p{L}(\[{“‘\x60"\\${MARKS}])`, 'gu');
/** Behind a word or a comma only, and never before a share such as 0.05, nor behind a variable (`n~300`). */
const BEFORE_NUMBER = new RegExp(String.raw`(?<=\p{L}{2}${EMPHASIS_END}?|[,.)\]])~(?=\d)(?!0\.\d)`, 'gu');
const BEFORE_DASH = /(?<=[\p{L}\p{N}.,;:)\]%])~(?=[–—-])/gu;
