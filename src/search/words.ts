/** Words that a question is built with: left out of a query that has others. */
const STOP_WORDS = new Set(
  (
    'a about after again all also am an and any are as at be because been before being between both but by can could did do does doing ' +
    'done during each either else ever every for from get gets getting give given had has have having he her here him his how i if in ' +
    'into is it its just let like make makes many may me might more most much must my no nor not of on one ones only onto or other ' +
    'our out over own per she should since so some such than that the their them then there these they this those through to too ' +
    'under until up upon us use used uses using very via was we were what when where whether which while who whom whose why will ' +
    'with within without would you your vs versus'
  ).split(' '),
);

/** The words of a query that say what it is about; all of them where none does. Keeps order, and tells what was left out before each. */
export function contentWords<T extends { words: string[]; kind: string }>(clauses: T[]): { clause: T; skipped: number }[] {
  const isStop = ({ words, kind }: T) => kind === 'word' && STOP_WORDS.has(words[0] ?? '');
  if (clauses.every(isStop)) return clauses.map((clause) => ({ clause, skipped: 0 }));
  let skipped = 0;
  return clauses.flatMap((clause) => {
    if (isStop(clause)) {
      skipped += 1;
      return [];
    }
    const kept = { clause, skipped };
    skipped = 0;
    return [kept];
  });
}

/**
 * Other ways in which a word may be written, as words that must stand side by side. The word itself comes first.
 *
 * Pagefind stems, ignores case and accents, and indexes a compound both whole and by its parts: `k-nearest` as
 * `knearest` and `nearest`. What it lacks is added here: parts that stand apart, British and American spelling,
 * plurals of acronyms (`snns` has no stem), and `image2image`.
 */
export function waysToWrite(word: string): string[][] {
  const parts = word.split('-').filter((part) => part !== '');
  const whole = parts.join('');
  const ways = [[whole], ...(parts.length > 1 ? [parts] : []), ...otherSpellings(whole).map((other) => [other])];
  const [, from, to] = /^(\p{L}{2,})[24](\p{L}{2,})$/u.exec(whole) ?? [];
  if (from && to) ways.push([from, whole.includes('2') ? 'to' : 'for', to]);
  return ways;
}

/** Spelling rules that give a word of the other side of the Atlantic when they fit; most fit no word, which finds nothing and costs nothing. */
const SPELLINGS: [pattern: RegExp, other: string][] = [
  [/is(e[drs]?|ing|ers?|ations?|able)$/, 'iz$1'],
  [/iz(e[drs]?|ing|ers?|ations?|able)$/, 'is$1'],
  [/ys(e[drs]?|ing)$/, 'yz$1'],
  [/yz(e[drs]?|ing)$/, 'ys$1'],
  [/our(s|ed|ing|al|ally|ite|less|hood)?$/, 'or$1'],
  [/([^aeiou])or(s|ed|ing|al|ally|ite|less|hood)?$/, '$1our$2'],
  [/lling$/, 'ling'],
  [/lled$/, 'led'],
  [/([aeiou])ling$/, '$1lling'],
  [/([aeiou])led$/, '$1lled'],
  [/tre(s|d)?$/, 'ter$1'],
  [/bre(s)?$/, 'ber$1'],
  [/ogue(s)?$/, 'og$1'],
  [/alog(s)?$/, 'alogue$1'],
  [/ence$/, 'ense'],
  [/ense$/, 'ence'],
  [/mme(s)?$/, 'm$1'],
  [/ae/, 'e'],
];

function otherSpellings(word: string): string[] {
  const others = SPELLINGS.filter(([pattern]) => pattern.test(word)).map(([pattern, other]) => word.replace(pattern, other));
  if (/^\p{L}{2,5}s$/u.test(word)) others.push(word.slice(0, -1));
  if (/^[^aeiouy\d]{2,5}$|^\p{L}{2,4}$/u.test(word)) others.push(`${word}s`);
  return [...new Set(others)];
}

/** `k nearest` → `k-nearest`, `gpt 4` → `gpt-4`: single letters and small numbers say little alone, and belong to what stands beside them. */
export function joinFragments<T extends { words: string[]; kind: string; field: string }>(clauses: T[]): T[] {
  const joined: T[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    const [before = '', word = ''] = [last?.words[0], clause.words[0]];
    const isNumber = /^\d{1,3}$/.test(word) && /\p{L}$/u.test(before);
    const followsLetter = /^(?![ai])\p{L}$/u.test(before) && /^\p{L}/u.test(word);
    if (last?.kind === 'word' && clause.kind === 'word' && last.field === clause.field && (isNumber || followsLetter))
      joined.splice(-1, 1, { ...clause, words: [`${before}-${word}`] });
    else joined.push(clause);
  }
  return joined;
}
