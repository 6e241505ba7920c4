import type { Span } from './record.ts';

/**
 * Where a text holds TeX math: `$…$` or `$$…$$`, with the dollars, in order, not overlapping.
 *
 * Dollars that are money are none: what lies between must read as a formula (no two words of prose in a row), a
 * space beside a dollar is allowed only in what has an operator or command, and a digit follows the closing one only
 * behind a command (`256$\times$256`, but `$5-$10`).
 */
export function findMath(text: string): Span[] {
  const spans: Span[] = [];
  let start = nextDollar(text, 0);
  while (start >= 0) {
    const width = text[start + 1] === '$' ? 2 : 1;
    const end = nextDollar(text, start + width);
    if (end < 0) break;
    const closes = width === 1 || text[end + 1] === '$';
    if (closes && isFormula(text.slice(start + width, end), text[end + width] ?? '')) {
      spans.push({ start, end: end + width });
      start = nextDollar(text, end + width);
    } else {
      start = end;
    }
  }
  return spans;
}

/** Longer ones are two stray dollars. */
const LONGEST = 600;

function isFormula(inner: string, next: string): boolean {
  if (inner.trim() === '' || inner.length > LONGEST || inner.includes('\n\n') || (/\d/.test(next) && !inner.includes('\\')))
    return false;
  const bare = inner.replace(/\\(?:text\w*|mathrm|mathit|mathsf|operatorname\*?|mbox)\s*\{[^{}]*\}|\\[a-zA-Z]+/g, '');
  if (/[a-z]{2,}[,;]? [a-z]{2,}/i.test(bare)) return false;
  return /[\\^_=<>|+]/.test(inner) || !/^\s|\s$/.test(inner);
}

/** Offset of the next dollar that no backslash takes away; -1 when there is none. */
function nextDollar(text: string, from: number): number {
  let found = text.indexOf('$', from);
  while (found > 0 && text[found - 1] === '\\') found = text.indexOf('$', found + 1);
  return found;
}
