import type { Mend } from './mend.ts';

/** `word , word` → `word, word`, `end .` → `end.`: a space before a comma or full stop. Not before `.NET`, `. . .` or `, ,`. */
export const spacedPunctuation: Mend = {
  id: 'spaced-punctuation',
  mend: (text) =>
    !/ [,.]/.test(text)
      ? text
      : text.replace(
          /(?<=[\p{L}\p{N})\]”])(?<!(?<![\p{L}])(?:propose|introduce|present|called|named|dubbed|of|in|on|and|or|via|the|an?|with|by|to|from|for|is)) (?=[,.](?:\s+[^\s,.]|$))/gu,
          '',
        ),
};
