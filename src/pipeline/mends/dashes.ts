import { MARKS } from './mend.ts';
import type { Mend } from './mend.ts';

/**
 * `transformers? -- A survey` → `transformers? – A survey`, `0.16--0.20` → `0.16–0.20`, `word---word` → `word—word`.
 *
 * Only between spaces, or between two words, numbers or formulas; options (`--verbose`), rules (`-----`) and comments
 * of HTML (`<!--`) stay.
 */
export const dashes: Mend = {
  id: 'dashes',
  mend: (text) => (text.includes('--') ? text.replace(DASHES, (found) => (found.length === 3 ? '—' : '–')) : text),
};

const BEFORE = String.raw`[\p{L}\p{N}.,;:!?)\]}%”’'"°${MARKS}]`;
const AFTER = String.raw`[\p{L}\p{N}(\[{“‘"\x60'\\$~${MARKS}]`;
const DASHES = new RegExp(String.raw`(?<=\S )-{2,3}(?= \S)|(?<=${BEFORE})(?<!<!)-{2,3}(?=${AFTER}| \S)`, 'gu');
