import type { Mend } from './mend.ts';

/**
 * `5\%` → `5%`, `360{\deg}` → `360°`, `0.75 \pm 0.05` → `0.75 ± 0.05`, `\eg,` → `e.g.,`: signs that TeX spells out,
 * outside of math. Only commands that stand for one sign wherever they occur, and not in a path (`C:\temp\alpha`).
 */
export const texSymbols: Mend = {
  id: 'tex-symbols',
  mend(text) {
    if (!text.includes('\\')) return text;
    return (
      text
        .replace(/\\{1,2}([%&_#])/g, '$1')
        .replace(/(?<=\d)\{,\}(?=\d)/g, ',')
        .replace(/\\\$(?=\d)/g, '$')
        .replace(/(?<=[\d\p{L}.)])\\[,;:](?=[\d\p{L}(])/gu, ' ')
        .replace(/(?<=\S)\\ (?=\S)|\\\\(?=\s|$)|\\-/g, (found) => (found === '\\-' ? '' : ' '))
        .replace(
          /(?<!\\[a-zA-Z]{1,20})\{\\([a-zA-Z]+)\}|(?<![:\\/])(?<!(?<![a-zA-Z])[A-Z]:\\\S{0,200})\\([a-zA-Z]+)(?:\{\})?(?![\\/])/g,
          (found: string, braced?: string, bare?: string) => SYMBOLS.get(braced ?? bare ?? '') ?? found,
        )
        // A program took the first letter for an accent: `\b{eta}`, `\r{ho}`.
        .replace(
          /\\([a-z])\{([a-z]{1,12})\}/g,
          (found: string, first: string, rest: string) => SYMBOLS.get(first + rest) ?? found,
        )
    );
  },
};

const GREEK: Record<string, string> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  vartheta: 'ϑ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Upsilon: 'Υ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
};
const SIGNS: Record<string, string> = {
  deg: '°',
  degree: '°',
  times: '×',
  pm: '±',
  mp: '∓',
  cdot: '·',
  ell: 'ℓ',
  infty: '∞',
  sim: '∼',
  approx: '≈',
  neq: '≠',
  ne: '≠',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  ll: '≪',
  gg: '≫',
  to: '→',
  rightarrow: '→',
  leftarrow: '←',
  leftrightarrow: '↔',
  Rightarrow: '⇒',
  Leftarrow: '⇐',
  mapsto: '↦',
  uparrow: '↑',
  downarrow: '↓',
  in: '∈',
  subset: '⊂',
  subseteq: '⊆',
  cup: '∪',
  cap: '∩',
  partial: '∂',
  nabla: '∇',
  equiv: '≡',
  propto: '∝',
  langle: '⟨',
  rangle: '⟩',
  star: '⋆',
  checkmark: '✓',
  dagger: '†',
  S: '§',
  P: '¶',
  copyright: '©',
  textregistered: '®',
  texttrademark: '™',
  pounds: '£',
  euro: '€',
  ldots: '…',
  dots: '…',
  cdots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textasciitilde: '~',
  textasciicircum: '^',
  textunderscore: '_',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textbullet: '•',
  textdegree: '°',
  textmu: 'µ',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  eg: 'e.g.',
  ie: 'i.e.',
  etal: 'et al.',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
};
const SYMBOLS = new Map(Object.entries({ ...GREEK, ...SIGNS }));
