import { EMPHASIS_END, MASK } from './mend.ts';
import type { Mend } from './mend.ts';

/**
 * `for images.In this project` → `for images. In this project`: the copy lost a line break.
 *
 * Behind a word in small letters any capitalised word counts; behind a name, number, bracket or address only a word
 * that begins sentences (`Node.Js`, `U.S.The`: the latter only).
 */
export const gluedSentences: Mend = {
  id: 'glued-sentences',
  mend: (text) => (/[.?!](?=\p{Lu})/u.test(text) ? text.replace(BEHIND_WORD, '$& ').replace(BEHIND_OTHER, '$& ') : text),
};

const BEHIND_WORD = new RegExp(
  String.raw`(?<=(?<![\p{L}\p{N}/.@_])\p{Ll}[\p{Ll}’-]{1,40}\p{Ll}${EMPHASIS_END}?)[.?!](?=\p{Lu}\p{Ll}{0,30}[ ,])`,
  'gu',
);
const STARTERS =
  '(?:We|In|To|Our|The|This|However|Extensive|Experiments|Furthermore|Experimental|Specifically|These|While|Finally|For|Additionally|Through|By|Moreover|Existing|Code|As|It|Despite|With|Therefore|Recent|Recently|Based|Previous|Then|Empirical|Using|Inspired|On|Although|Further|Motivated|Results|Meanwhile|Compared|Most|Prior|Thus|Notably|Besides|When|Unlike|Such|Here|They|There)';
const BEHIND_OTHER = new RegExp(
  String.raw`(?<=[\p{L}\p{N})\]%”"${MASK}${EMPHASIS_END}])(?<!(?<![\p{L}\p{N}])\p{Lu})[.?!](?=${STARTERS}[ ,])`,
  'gu',
);
