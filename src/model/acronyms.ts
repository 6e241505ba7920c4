/** An acronym and what the text says it stands for. */
export interface Acronym {
  short: string;
  long: string;
}

const BRACKETED = /\(([^()]{2,12})\)/g;

/**
 * Acronyms that a text introduces: `generative adversarial network (GAN)`.
 *
 * The letters are looked for from right to left in the words before the bracket, and the first letter
 * must begin a word: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions
 * in biomedical text", PSB 2003. Before that, the words' initials are tried.
 */
export function findAcronyms(text: string): Acronym[] {
  const acronyms: Acronym[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const short = match[1]!.trim();
    if (!/^\p{L}[\p{L}\p{N}-]*$/u.test(short) || !/\p{Lu}/u.test(short)) continue;
    const before = candidate(short, text.slice(0, match.index));
    const long = byInitials(short, before) ?? longForm(short, before);
    if (long !== undefined) acronyms.push({ short, long });
  }
  return acronyms;
}

/** The words before the bracket that may spell the acronym out: at most twice its letters, within the sentence. */
function candidate(short: string, before: string): string {
  return before
    .trimEnd()
    .replace(/^[^]*[.;:!?()]\s/, '')
    .split(/\s+/)
    .slice(-Math.min(short.length + 5, short.length * 2))
    .join(' ');
}

/** Where the words before the bracket begin with the acronym's letters, one each, these are surely meant: all three of `proximal policy optimization (PPO)`. */
function byInitials(short: string, before: string): string | undefined {
  const letters = short
    .replace(/(?<=\p{Lu})s$/u, '')
    .replaceAll('-', '')
    .toLowerCase();
  const words = [...before.matchAll(/[\p{L}\p{N}]+/gu)].slice(-letters.length);
  const initials = words.map(([word]) => word.charAt(0).toLowerCase()).join('');
  return letters.length > 1 && initials === letters ? before.slice(words[0]!.index).trim() : undefined;
}

function longForm(short: string, before: string): string | undefined {
  const letters = [...short.replace(/(?<=\p{Lu})s$/u, '').toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const lower = before.toLowerCase();
  let at = lower.length;
  for (let i = letters.length - 1; i >= 0; i--) {
    at--;
    while (at >= 0 && (lower[at] !== letters[i] || (i === 0 && at > 0 && /[\p{L}\p{N}]/u.test(lower[at - 1]!)))) at--;
    if (at < 0) return undefined;
  }
  const long = before.slice(at).trim();
  return long.length > short.length && !long.split(/\s+/).includes(short) ? long : undefined;
}
