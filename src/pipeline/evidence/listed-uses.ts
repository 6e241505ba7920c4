/**
 * Stretches of a text that list what something might be good for: `potential applications range from genomics to robotics`.
 * What is named there, the paper is not about. Wider than the role of a sentence (cues.ts), and for names alone.
 */
export function listedUses(text: string): { start: number; end: number }[] {
  if (!MAY_LIST.test(text)) return [];
  return LISTS.flatMap((list) =>
    [...text.matchAll(list)].map(({ 0: words, index }) => ({ start: index, end: index + words.length })),
  );
}

const MAY_LIST = /\b(?:applications?|uses|use cases|useful|used|applied|applicable)\b/i;
const LISTS = [
  /\b(?:potential|possible|promising|numerous|many|various|diverse|future|practical|real-world) (?:\w+ )?(?:applications?|uses|use cases)\b[^.!?\n]*/gi,
  /\b(?:applications?|uses|use cases|areas|domains|fields) (?:that )?(?:range|ranging|span|spanning|include)\b[^.!?\n]*/gi,
  // Three or more: one or two may be what the paper did.
  /\b(?:useful|used|applied|applicable) (?:widely |broadly |directly )?(?:for|in|to) [^.!?;\n]*,[^.!?;\n]*,? and [^.!?;\n]*/gi,
];
