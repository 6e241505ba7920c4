import type { Mend } from './mend.ts';

/** Any run of spaces, tabs and line breaks → one space; a blank line parts paragraphs and stays as one blank line. */
export const whiteSpace: Mend = {
  id: 'white-space',
  mend: (text) => (isTidy(text) ? text : tidy(text)),
};

function isTidy(text: string): boolean {
  return !text.includes('  ') && !text.startsWith(' ') && !text.endsWith(' ') && !/[^\S ]/.test(text);
}

function tidy(text: string): string {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
