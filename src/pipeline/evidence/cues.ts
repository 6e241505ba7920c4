/** What a sentence of an abstract does. */
export type Role = 'contribution' | 'opening' | 'body' | 'uses';

export interface Sentence {
  role: Role;
  /** Offsets in the abstract, end excluded. */
  start: number;
  end: number;
  /** Stretches that name what the paper is measured against: `outperforms a plain transformer`. */
  peers: { start: number; end: number }[];
}

const CONTRIBUTION =
  /\b(?:we|this (?:paper|work|article|study|survey|thesis)|our (?:paper|work|main|key|method|approach|model|framework|contributions?)|here,? we)\b.{0,40}\b(?:propos|present|introduc|develop|stud[yi]|investigat|describ|design|explor|survey|review|address|show|analy[sz]|provid|deriv|prov|argu|examin)/i;
const USES =
  /\bappl(?:ied|icable|ications?)(?: areas| domains| fields)? (?:such as|including|include|in|like|to many|ranging)\b|\bwide(?:ly)? (?:range|variety|used)\b|\bcan (?:also )?be (?:directly |easily |readily )?applied (?:to|in)\b|\bhas been (?:widely )?(?:used|applied)\b|\bcode (?:and|is|will|are|was)\b|\b(?:code|data|models?) (?:is|are|will be) (?:made )?(?:publicly )?available\b/i;
const SENTENCE_END = /[.!?]+["”’)]*(?=\s+["“(]?[\p{Lu}\p{N}$\\])|\n+/gu;
/** `while Transformers dominate the field` */
const BACKDROP =
  /\b(?:while|although|whereas|though)\b[^,.;:]{0,45}\b(?:dominat\w+|prevail\w*|popular|ubiquitous|widespread|de facto)/gi;
/** `strong Transformer baselines`: how many words before "baseline" are the baseline's. */
const BASELINE_WORDS = 3;
const MAX_WORD_CHARS = 60;
const LAST_WORD = /[\p{L}\p{N}-]*$/u;
const PEER =
  /\b(?:unlike|outperform(?:s|ed|ing)?|compar(?:e|es|ed|ing|ison)(?: \w+){0,3}? (?:to|with|against)|in contrast to|contrary to|rather than|instead of|baselines?|than|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|beat(?:s|ing)?|superior to|competitive with|without)\b[^,.;:]{0,45}/gi;

/** Cut an abstract into sentences and say what each does. A list of uses, or "code is available", says nothing of what a paper is about. */
export function readSentences(abstract: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const text = abstract.slice(start, end);
    if (text.trim() !== '') sentences.push({ role: role(text, sentences.length === 0), start, end, peers: peers(text, start) });
    start = end;
  };
  for (const match of abstract.matchAll(SENTENCE_END)) push(match.index + match[0].length);
  push(abstract.length);
  return sentences;
}

/** True where the words before a place say that it is what the paper is measured against, not what it is about. */
export function isPeer({ peers }: Sentence, start: number): boolean {
  return peers.some((peer) => peer.start <= start && start < peer.end);
}

function role(sentence: string, isFirst: boolean): Role {
  if (CONTRIBUTION.test(sentence)) return 'contribution';
  if (USES.test(sentence)) return 'uses';
  return isFirst ? 'opening' : 'body';
}

function peers(sentence: string, offset: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const add = (start: number, end: number): number => found.push({ start: offset + start, end: offset + end });
  for (const pattern of [PEER, BACKDROP])
    for (const match of sentence.matchAll(pattern)) add(match.index, match.index + match[0].length);
  for (const match of sentence.matchAll(/ baselines?\b/gi))
    add(startOfWords(sentence, match.index, BASELINE_WORDS), match.index + match[0].length);
  return found;
}

/** Where the words begin that stand before a blank, at most so many, with nothing but blanks between them. */
function startOfWords(text: string, end: number, most: number): number {
  let start = end;
  for (let word = 0; word < most; word++) {
    const blank = word === 0 ? end : start - 1;
    const [before] = LAST_WORD.exec(text.slice(Math.max(0, blank - MAX_WORD_CHARS), blank))!;
    if (before === '') break;
    start = blank - before.length;
    if (text[start - 1] !== ' ') break;
  }
  return start;
}
