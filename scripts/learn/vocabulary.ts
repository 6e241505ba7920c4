import { stemmer } from 'stemmer';

export interface Vocabulary {
  /** Papers read. */
  papers: number;
  /** Stems that enough papers have and not too many, commonest first. */
  stems: string[];
  /** The commonest word of each stem. */
  words: string[];
  /** For each paper the places of its stems in `stems`, in the order of the text; other words left out. */
  texts: Int32Array[];
}

const WORD = /\p{L}[\p{L}\p{N}]+/gu;

/** A word as everything here compares it. */
export function toStem(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : plain;
}

/** Words of a text; compounds give their parts. */
export function readWords(text: string): string[] {
  return text.match(WORD) ?? [];
}

/**
 * Read papers and keep the words that say something: those of at least `least` papers, and of at most a share of `most`.
 */
export function readVocabulary(papers: Iterable<{ title: string; abstract: string }>, least: number, most: number): Vocabulary {
  const places = new Map<string, number>();
  const stems: { stem: string; papers: number; words: Map<string, number> }[] = [];
  const texts: Int32Array[] = [];
  const cache = new Map<string, number>();
  for (const { title, abstract } of papers) {
    const text = readWords(`${title}. ${abstract}`).map((word) => {
      const lower = word.toLowerCase();
      let place = cache.get(lower);
      if (place === undefined) {
        const stem = toStem(lower);
        place = places.get(stem) ?? stems.push({ stem, papers: 0, words: new Map() }) - 1;
        places.set(stem, place);
        cache.set(lower, place);
      }
      const { words } = stems[place]!;
      words.set(lower, (words.get(lower) ?? 0) + 1);
      return place;
    });
    for (const place of new Set(text)) stems[place]!.papers += 1;
    texts.push(Int32Array.from(text));
  }
  const kept = stems
    .map((each, place) => ({ ...each, place }))
    .filter((each) => each.papers >= least && each.papers <= most * texts.length)
    .sort((a, b) => b.papers - a.papers || (a.stem < b.stem ? -1 : 1));
  const renumbered = new Int32Array(stems.length).fill(-1);
  kept.forEach(({ place }, at) => (renumbered[place] = at));
  return {
    papers: texts.length,
    stems: kept.map(({ stem }) => stem),
    words: kept.map(({ words }) => [...words].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]![0]),
    texts: texts.map((text) => text.map((place) => renumbered[place]!).filter((place) => place >= 0)),
  };
}
