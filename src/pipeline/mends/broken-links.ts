import type { Mend } from './mend.ts';

/** `https:// github.com/…` → `https://github.com/…`: a line broke behind the slashes. Only before what is a host and a path. */
export const brokenLinks: Mend = {
  id: 'broken-links',
  mend: (text) => (text.includes(':// ') ? text.replace(/(?<=https?:\/\/) (?=[\w-]+(?:\.[\w-]+)+\/)/g, '') : text),
};
