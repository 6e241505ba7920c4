import type { Mend } from './mend.ts';

/** `\(x^2\)` and `\[x^2\]` → `$x^2$`: one way to write math. Only in pairs without a dollar between them. */
export const texDelimiters: Mend = {
  id: 'tex-delimiters',
  mend: (text) =>
    /\\[([]/.test(text)
      ? text.replace(
          /\\\(([^$\n]{1,600}?)\\\)|\\\[([^$\n]{1,600}?)\\\]/g,
          (_, inline?: string, block?: string) => `$${(inline ?? block ?? '').trim()}$`,
        )
      : text,
};
