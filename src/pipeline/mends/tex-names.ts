import type { Mend } from './mend.ts';

/**
 * `the \overfeat network` → `the overfeat network`: a command of the paper's own, which stands for the name it spells.
 * Not for TeX's commands, nor for those that stand for a name they do not spell (`\ours`, `\methodname`): those are
 * left, and doubted.
 */
export const texNames: Mend = {
  id: 'tex-names',
  mend(text) {
    if (!text.includes('\\')) return text;
    return text.replace(/(?<![\\\p{L}\p{N}:/])\\([a-zA-Z]{4,})(?![a-zA-Z{[\\^_/])(?:\{\})?/gu, (found: string, name: string) =>
      NOT_NAMES.test(name) ? found : name,
    );
  },
};

const NOT_NAMES =
  /^(?:(?:mu|fa|n|emph)(?=[A-Z]).*|(?:langle|rangle|circ|leq|geq|noindent|lambda|emph|char).*|.*arrow.*|.*(?:one|two|three|four|five|overall|score|num|count|total|acc|pct|percent|avg|mean|gain|results?)$|.*(?:our|meth|model|name|dataset|title|variable|approach|framework|tool|algo|proj|acronym|paper|work|system|bench(?:mark)?$).*|sys|noindent|indent|centering|newline|linebreak|pagebreak|par|item|begin|end|left|right|big\w*|Big\w*|small|large|Large|huge|tiny|footnotesize|normalsize|scriptsize|bfseries|itshape|quad|qquad|hspace|vspace|cite\w*|[a-z]*ref|label|footnote\w*|text\w*|math\w*|frac|sqrt|over|overline|underline|hat|tilde|widetilde|widehat|vert|Vert|forall|exists|notin|cite|caption|section|subsection|paragraph|emph|rule|input|include|bigcup|bigcap|neg|land|lor|prec|succ|circ|bullet|prime|perp|parallel|cong|simeq|models|vdash|otimes|oplus|wedge|vee|setminus|emptyset|varnothing|sum|prod|int|lim|limsup|liminf|sup|inf|max|min|arg|argmax|argmin|log|exp|sin|cos|tan|gcd|det|dim|ker|Pr|mid|nmid|colon|lceil|rceil|lfloor|rfloor|boldsymbol|displaystyle|operatorname|binom|pmod|bmod|stackrel|overset|underset|mathop|limits|nolimits|phantom|protect|xspace|ensuremath|thanks|and|dots\w*|ddots|vdots|triangle|square|blacksquare|diamond|clubsuit|heartsuit|spadesuit|natural|sharp|flat|hbar|imath|jmath|aleph|wp|Re|Im|top|bot|angle|surd|not|iff|implies|Longleftrightarrow|Longrightarrow|longrightarrow|hookrightarrow|twoheadrightarrow|rightharpoonup|rightleftharpoons|leftarrow\w*|rightarrow\w*|uparrow|downarrow)$/i;
