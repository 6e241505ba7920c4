/** What a sentence does in an abstract. */
export type Role = 'title' | 'contribution' | 'opening' | 'body' | 'uses';

export interface Sentence {
  role: Role;
  /** Offsets in the text, end excluded. */
  start: number;
  end: number;
}

const CONTRIBUTION =
  /\b(we|this (paper|work|article|study|survey|thesis)|our (paper|work|main|key|method|approach|model|framework|contributions?)|here,? we)\b.{0,40}\b(propos|present|introduc|develop|study|studies|studied|investigat|describ|design|explor|survey|review|address|show|analy[sz]|provid|deriv|prov|argu|examin|propose)/i;
const USES =
  /\b(appl(ied|icable|ications?)( areas| domains| fields)? (such as|including|include|in|like|to many|ranging)|wide(ly)? (range|variety|used)|has been (widely )?(used|applied)|code (and|is|will|are|was)|(code|data|models?) (is|are|will be) (made )?(publicly )?available)\b/i;
const SENTENCE_END = /[.!?]+["”’)]*(?=\s+["“(]?[\p{Lu}\p{N}$\\])|\n+/gu;

/** Cut an abstract into sentences and say what each does. A list of uses, or "code is available", says nothing of what a paper is about. */
export function readSentences(abstract: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const text = abstract.slice(start, end);
    if (text.trim() !== '') sentences.push({ role: role(text, sentences.length === 0), start, end });
    start = end;
  };
  for (const match of abstract.matchAll(SENTENCE_END)) push(match.index + match[0].length);
  push(abstract.length);
  return sentences;
}

function role(sentence: string, isFirst: boolean): Role {
  if (CONTRIBUTION.test(sentence)) return 'contribution';
  if (USES.test(sentence)) return 'uses';
  return isFirst ? 'opening' : 'body';
}

const AGAINST =
  /\b(unlike|outperform(s|ed|ing)?|compar(ed|ing) (to|with|against)|in contrast to|contrary to|rather than|instead of|baselines?|better than|than|surpass(es|ed|ing)?|exceed(s|ed|ing)?|beat(s|ing)?|superior to|competitive with|without)\b[^,.;:]{0,30}$/i;

/** True where the words before a mention say that it is what the paper is measured against, not what it is about. */
export function isPeer(before: string): boolean {
  return AGAINST.test(before.slice(-60));
}
