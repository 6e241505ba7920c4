import type { Mend } from './mend.ts';

/**
 * `\url{https://…}` → the address; `\href{https://…}{code}` → `code (https://…)`, or the address alone when that is its
 * own text; `text\footnote{More.}` → `text (More.)`. Only with matching braces; addresses are http or https.
 */
export const texLinks: Mend = {
  id: 'tex-links',
  mend(text) {
    if (!text.includes('\\')) return text;
    return text
      .replace(/\\(?:url|path|nolinkurl)\s?\{\s?([^\s{}]{4,2000})\s?\}/g, '$1')
      .replace(
        /\\href\s?\{\s?(https?:\/\/[^\s{}]{1,2000})\s?\}\s?\{((?:[^{}]|\{[^{}]*\}){0,500})\}/g,
        (_, address: string, shown: string) =>
          /:\/\/|\.\w+\//.test(shown) || shown.trim() === '' ? address : `${shown.trim()} (${address})`,
      )
      .replace(/\\href\s?\{([^{}:/]{1,200})\}\s?\{\s?(https?:\/\/[^\s{}]{1,2000})\s?\}/g, '$1 ($2)')
      .replace(/\s?\\footnote\s?\{([^{}]{1,1000})\}/g, (_, note: string) => ` (${note.trim()})`);
  },
};
