import { findAcronyms } from '../../src/model/acronyms.ts';
import type { Acronym } from '../../src/model/acronyms.ts';
import { readWords, toStem } from './vocabulary.ts';

/** Of all papers that explain an acronym, the share that must mean the same. */
const LEAST_AGREEMENT = 0.6;

/**
 * What acronyms stand for, as papers explain them: the long form that most of them give, in their commonest wording, where
 * most give the same and at least `least` do. By acronym.
 */
export function countAcronyms(papers: Iterable<{ title: string; abstract: string }>, least: number): Acronym[] {
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
  const agreed = [...explained].flatMap(([short, forms]): Acronym[] => {
    const all = [...forms.values()].reduce((sum, { papers: each }) => sum + each, 0);
    const [most] = [...forms.values()].sort((a, b) => b.papers - a.papers);
    if (!most || most.papers < least || most.papers < LEAST_AGREEMENT * all) return [];
    const [wording] = [...most.wordings].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return [{ short, long: wording![0] }];
  });
  return agreed.sort((a, b) => (a.short < b.short ? -1 : 1));
}
