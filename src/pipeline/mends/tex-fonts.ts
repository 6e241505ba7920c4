import { EMPHASIS_END, EMPHASIS_START } from './mend.ts';
import type { Mend } from './mend.ts';

/**
 * `\textbf{O}utcome` → `Outcome`, `{\em localization}` → emphasis, `\emph{…}` and `\textit{…}` likewise. Only when the
 * braces match, from the inside out, for a depth of four.
 */
export const texFonts: Mend = {
  id: 'tex-fonts',
  mend(text) {
    if (!text.includes('\\')) return text;
    let mended = text;
    for (let depth = 0; depth < 4; depth += 1) {
      const before = mended;
      mended = mended
        .replace(TWICE_BRACED, '$1{$2}')
        .replace(EMPHASISED, (_, argument?: string, group?: string) => emphasise(argument ?? group ?? ''))
        .replace(PLAIN, (_, argument?: string, group?: string) => argument ?? group ?? '')
        .replace(COLOURED, '$1');
      if (mended === before) break;
    }
    return mended;
  },
};

function emphasise(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? EMPHASIS_START + text.trim() + EMPHASIS_END : text;
}

const TWICE_BRACED = /(\\[a-zA-Z]+ ?)\{\{([^{}]{0,2000})\}\}/g;
const EMPHASISED =
  /\\{1,2}(?:emph|textit|textsl) ?\{([^{}]{0,2000})\}|\{\\(?:em|it|sl|itshape|slshape)(?![a-zA-Z]) ?([^{}]{0,2000})\}/g;
const PLAIN =
  /\\{1,2}(?:textbf|texttt|textsc|textrm|textsf|textup|textmd|textnormal|text|mbox|hbox|underline|uline|mathrm|mathbf|mathcal|mathbb|mathsf|mathit|small|large|Large|footnotesize|textsuperscript|textsubscript) ?\{([^{}]{0,2000})\}|\{\\(?:bf|tt|sc|rm|sf|bfseries|ttfamily|scshape|rmfamily|sffamily|small|large|Large|footnotesize|normalsize)(?![a-zA-Z]) ?([^{}]{0,2000})\}/g;
const COLOURED = /\\textcolor(?:\[\w+\])? ?\{[^{}]{1,40}\} ?\{([^{}]{0,2000})\}/g;
