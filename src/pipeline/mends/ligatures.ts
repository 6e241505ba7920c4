import type { Mend } from './mend.ts';

/** `eﬃcient` → `efficient`: ligatures of print, which no search finds. Only the Latin ones, ﬀ to ﬆ. */
export const ligatures: Mend = {
  id: 'ligatures',
  mend: (text) => text.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC')),
};
