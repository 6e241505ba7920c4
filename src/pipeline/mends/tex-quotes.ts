import type { Mend } from './mend.ts';

/** ``` ``word'' ``` → `“word”`: the quotation marks of TeX. Only in pairs, within 300 characters of one paragraph. */
export const texQuotes: Mend = {
  id: 'tex-quotes',
  mend: (text) => (text.includes('``') ? text.replace(/``([^`\n]{1,300}?)(?:''|")/g, '“$1”') : text),
};
