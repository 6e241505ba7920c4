import type { DoubtId } from '../model/record.ts';
import { findMath } from '../model/tex-math.ts';
import { findLinks } from './links.ts';

/** What is doubtful in a mended record, in alphabetical order. */
export function findDoubts(title: string, abstract: string): DoubtId[] {
  const doubts: DoubtId[] = [];
  const prose = withoutMathAndLinks(`${title}\n${abstract}`);
  if (/[\u0080-\u009f\ue000-\uf8ff\ufffd]/.test(prose)) doubts.push('lost-characters');
  if (abstract === '') doubts.push('missing-abstract');
  if (hasRawTex(prose)) doubts.push('raw-tex');
  if (hasRunTogether(prose)) doubts.push('run-together');
  if (isTruncated(abstract)) doubts.push('truncated-abstract');
  return doubts;
}

/** Commands, groups, exponents and indices of TeX outside of math. */
function hasRawTex(prose: string): boolean {
  return /[\\{]/.test(prose) && /\\[a-zA-Z]{2,}|\\[a-zA-Z]\{|[_^]\{[^{}]*\}|[\p{L}\p{N}]\{[^{}]*\}|\{\}/u.test(prose);
}

/**
 * `andretrieve`, `combinationof`: a function word at a word that occurs alone in the same text. Function words that
 * begin or end real words (`in`, `a`, `as`, `or`) do not count. On 129,782 papers it finds 250, five of them wrongly.
 */
function hasRunTogether(prose: string): boolean {
  const isWord = (rest: string | undefined): boolean => rest !== undefined && prose.includes(` ${rest} `);
  const words = prose.match(/(?<![\w'’-])[a-z]{6,}(?![\w'’-])/g) ?? [];
  return words.some((word) => !REAL_WORDS.has(word) && (isWord(PREFIX.exec(word)?.[1]) || isWord(SUFFIX.exec(word)?.[1])));
}

const BEFORE = 'the|and|of|our|with|that|which|from|this|these|are|was|were|have|such|their|into|between';
const AFTER = 'the|and|of|our|with|that|which|from|this|these|is|are|was|were|have|to|for';
const PREFIX = new RegExp(`^(?:${BEFORE})([a-z]{4,})$`);
const SUFFIX = new RegExp(`^([a-z]{4,}?)(?:${AFTER})$`);
const REAL_WORDS = new Set([
  'thereof',
  'lesson',
  'offense',
  'offensive',
  'withhold',
  'withholding',
  'therein',
  'without',
  'season',
  'person',
  'reason',
]);

/** Ends in dots, or in the middle of a sentence: behind a comma, a hyphen, an opening bracket or a word that ends none. */
function isTruncated(abstract: string): boolean {
  return /(?:\.\.\.|…)["”)\]]?$|[,([{-]$|(?<![\p{L}\p{N}-])(?:the|an?|and|or|of|for|with|to|in|on|by|from|that|which|is|are|was|were|our|its|their|we|than|as|at|into)$/u.test(
    abstract.slice(-40),
  );
}

function withoutMathAndLinks(text: string): string {
  const spans = [...findMath(text), ...findLinks(text)].sort((a, b) => a.start - b.start);
  let prose = '';
  let from = 0;
  for (const { start, end } of spans) {
    prose += `${text.slice(from, Math.max(from, start))} `;
    from = Math.max(from, end);
  }
  return prose + text.slice(from);
}
