/** Tags of papers as sets: what a person gave, and what was derived. */
export interface Judged {
  core: Set<string>;
  minor: Set<string>;
  derived: Map<string, 'core' | 'minor'>;
}

/** Precision, recall and F1 over paper × topic, micro-averaged. */
export interface Measure {
  precision: number;
  recall: number;
  f1: number;
  /** Tags that a person gave. */
  given: number;
}

/** Which tags count: all of both, or only those for which `isCounted` holds. */
export function measure(judged: Judged[], isCounted: (topic: string) => boolean = () => true): Measure {
  let [hits, derived, given] = [0, 0, 0];
  for (const { core, minor, derived: tags } of judged) {
    for (const topic of [...core, ...minor]) if (isCounted(topic)) given++;
    for (const topic of tags.keys()) {
      if (!isCounted(topic)) continue;
      derived++;
      if (core.has(topic) || minor.has(topic)) hits++;
    }
  }
  return toMeasure(hits, derived, given);
}

/** Tags of one strength against tags of the same strength. */
export function measureStrength(judged: Judged[], strength: 'core' | 'minor'): Measure {
  let [hits, derived, given] = [0, 0, 0];
  for (const one of judged) {
    given += one[strength].size;
    for (const [topic, tag] of one.derived) {
      if (tag !== strength) continue;
      derived++;
      if (one[strength].has(topic)) hits++;
    }
  }
  return toMeasure(hits, derived, given);
}

function toMeasure(hits: number, derived: number, given: number): Measure {
  return { precision: hits / (derived || 1), recall: hits / (given || 1), f1: (2 * hits) / (derived + given || 1), given };
}

/** By topic, those that a person gave to enough papers, most of them first. */
export function measureTopics(judged: Judged[], topics: string[], minPapers: number): [topic: string, measure: Measure][] {
  return topics
    .map((topic): [string, Measure] => [topic, measure(judged, (other) => other === topic)])
    .filter(([, { given }]) => given >= minPapers)
    .sort(([, a], [, b]) => b.given - a.given);
}
