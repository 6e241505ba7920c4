import { stemmer } from 'stemmer';
import type { Phrase } from './count-phrases.ts';

/**
 * Put together what differs by blanks or by the ending of a phrase's last word alone, under the spelling that most
 * papers use: `auto encoder` (from `auto-encoder`) into `autoencoder`, `language modeling` into `language model`.
 * A word on its own keeps its ending, as a participle does: `generation` is not `generator`, `representation learned`
 * not `representation learning`.
 */
export function mergeSpellings(phrases: Map<string, Phrase>): Map<string, Phrase> {
  const byLetters = merge([...phrases.values()], ({ words }) => words.join(''));
  const byStem = merge(byLetters, ({ words, key }) => {
    const last = words.at(-1)!;
    return words.length === 1 || last.endsWith('ed') ? key : [...words.slice(0, -1), stemmer(last)].join(' ');
  });
  return new Map(byStem.map((phrase) => [phrase.key, phrase]));
}

function merge(phrases: Phrase[], same: (phrase: Phrase) => string): Phrase[] {
  return [...Map.groupBy(phrases, same).values()].map((group) => {
    const [first, ...others] = group.sort((a, b) => b.papers.length - a.papers.length || (a.key < b.key ? -1 : 1));
    return others.reduce(add, first!);
  });
}

/** The two as one: its forms are those of the first alone, since they make the label. */
function add(a: Phrase, b: Phrase): Phrase {
  return {
    ...a,
    papers: [...new Set([...a.papers, ...b.papers])].sort((x, y) => x - y),
    inTitles: a.inTitles + b.inTitles,
    uses: a.uses + b.uses,
    beginning: a.beginning + b.beginning,
    ending: a.ending + b.ending,
    alone: a.alone + b.alone,
    determined: a.determined + b.determined,
    likeVerb: a.likeVerb + b.likeVerb,
    plural: a.plural + b.plural,
    variants: [...a.variants, b.key, ...b.variants],
  };
}
