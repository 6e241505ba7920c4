import type { JudgedPaper } from './judge.ts';

/** A tag that is wrong or missing. */
export interface TagError {
  topic: string;
  title: string;
  kind: 'missed' | 'wrong';
  /** Of a missed topic: those given in its place, strongest first. Of a wrong one: the words that earned it. */
  instead: string[];
}

/** Errors that a reader would notice first: core topics that were missed, and wrong topics that stand first. */
export function tellingErrors(judged: JudgedPaper[]): TagError[] {
  return judged.flatMap(({ title, core, minor, derived, evidence }): TagError[] => {
    const [first] = derived.keys();
    const isWrong = first !== undefined && !core.has(first) && !minor.has(first);
    const missed = [...core].filter((topic) => !derived.has(topic));
    return [
      ...missed.map((topic): TagError => ({ topic, title, kind: 'missed', instead: [...derived.keys()].slice(0, 3) })),
      ...(isWrong ? [{ topic: first, title, kind: 'wrong' as const, instead: evidence.get(first) ?? [] }] : []),
    ];
  });
}

/** What errors are made of: by topic, how often it was missed and how often given wrongly, whatever its strength; most first. */
export function countErrors(judged: JudgedPaper[]): { topic: string; missed: number; wrong: number }[] {
  const counts = new Map<string, { missed: number; wrong: number }>();
  const of = (topic: string) => {
    const count = counts.get(topic) ?? { missed: 0, wrong: 0 };
    counts.set(topic, count);
    return count;
  };
  for (const { core, minor, derived } of judged) {
    for (const topic of [...core, ...minor]) if (!derived.has(topic)) of(topic).missed++;
    for (const topic of derived.keys()) if (!core.has(topic) && !minor.has(topic)) of(topic).wrong++;
  }
  return [...counts]
    .map(([topic, count]) => ({ topic, ...count }))
    .sort((a, b) => b.missed + b.wrong - a.missed - a.wrong || a.topic.localeCompare(b.topic, 'en'));
}
