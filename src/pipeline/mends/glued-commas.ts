import type { Mend } from './mend.ts';

/** `channels,finally` → `channels, finally`: the copy lost a line break. Between words in small letters, in running text. */
export const gluedCommas: Mend = {
  id: 'glued-commas',
  mend: (text) => (/\p{Ll},\p{Ll}/u.test(text) ? text.replace(BETWEEN_WORDS, ', ') : text),
};

const BETWEEN_WORDS = /(?<=(?<![\p{L}\p{N}/.@_-])\p{Ll}{3,40}),(?=\p{Ll}{2,40} )/gu;
