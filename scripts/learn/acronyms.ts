import { findAcronyms } from '../../src/model/acronyms.ts';
import type { Acronym } from '../../src/model/acronyms.ts';
import { readWords, toStem } from './vocabulary.ts';

/** Of all papers that explain an acronym, the share that must mean the same for it to be sure. */
const LEAST_AGREEMENT = 0.6;

/** An acronym as papers explain it. */
interface CountedAcronym extends Acronym {
  /** Whether most papers that explain it say this. */
  isSure: boolean;
}

/** What acronyms stand for, as at least `least` papers explain them, in the commonest wording. By acronym, commonest meaning first. */
export function countAcronyms(papers: Iterable<{ title: string; abstract: string }>, least: number): CountedAcronym[] {
  const explained = new Map<string, Map<string, { papers: number; wordings: Map<string, number> }>>();
  for (const { abstract } of papers) {
    for (const { short, long } of findAcronyms(abstract)) {
      const key = long.toLowerCase().split(/\s+/).length > 7 ? '' : readWords(long).map(toStem).join(' ');
      if (!key.includes(' ')) continue;
      const name = short.replace(/(?<=\p{Lu})s$/u, '');
      const forms = explained.get(name) ?? new Map<string, { papers: number; wordings: Map<string, number> }>();
      const form = forms.get(key) ?? { papers: 0, wordings: new Map<string, number>() };
      form.papers += 1;
      form.wordings.set(long.toLowerCase(), (form.wordings.get(long.toLowerCase()) ?? 0) + 1);
      explained.set(name, forms.set(key, form));
    }
  }
  const counted = [...explained].flatMap(([short, forms]): CountedAcronym[] => {
    const all = [...forms.values()].reduce((sum, { papers: each }) => sum + each, 0);
    const common = [...forms.values()].filter((form) => form.papers >= least).sort((a, b) => b.papers - a.papers);
    return common.map((form) => ({ short, long: commonest(form.wordings), isSure: form.papers >= LEAST_AGREEMENT * all }));
  });
  return counted.sort((a, b) => (a.short < b.short ? -1 : a.short > b.short ? 1 : 0));
}

function commonest(wordings: Map<string, number>): string {
  const [wording] = [...wordings].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return wording![0];
}
