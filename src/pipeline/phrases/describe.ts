import { needsSuffix, titleToSlug } from '../../model/slug.ts';
import type { Topic } from '../../model/topic.ts';
import type { Phrase } from './count-phrases.ts';

const CONTRIBUTIONS = new Set(['benchmark', 'corpus', 'dataset', 'review', 'survey', 'tutorial']);
const PROPERTY = /(?:ness|[aeiou]lity|[tr]ity|ency|ancy)$/;
const METHOD =
  /(?:learning|network|model|method|algorithm|attention|transformer|search|inference|descent|process|training|optimi[sz]ation|regulari[sz]ation|normali[sz]ation|sampling|tuning|gradient|kernel|encoder)$/;

/**
 * A term as a topic for a person to look over: its commonest form as the label, acronyms and other spellings as aliases,
 * a guessed facet, and a stub of a definition.
 *
 * @returns Undefined when no address can be made of the label.
 */
export function describeTerm(phrase: Phrase, acronyms: string[]): Topic | undefined {
  const label = toLabel(phrase);
  const slug = titleToSlug(label);
  if (slug === '') return undefined;
  return {
    slug: needsSuffix(slug) ? `${slug}-topic` : slug,
    label,
    facet: guessFacet(phrase.words.at(-1)!),
    aliases: [...acronyms, ...phrase.variants],
    negative: [],
    hints: [],
    definition: `Counts: work on ${inSentence(label)}. Not: naming it in passing.`,
    weights: {},
    introduction: `Papers that speak of ${inSentence(label)}.`,
  };
}

/** The commonest form in running text, with a capital: `Graph neural networks`, `ImageNet`. */
function toLabel({ forms, key }: Phrase): string {
  const running = [...forms].filter(([form]) => !isTitleCase(form));
  const candidates =
    running.length > 0
      ? running
      : [...forms].map(([form, uses]): [string, number] => [form.includes(' ') ? form.toLowerCase() : form, uses]);
  const [best] = candidates.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const form = best?.[0] ?? key;
  return form.charAt(0).toLocaleUpperCase('en') + form.slice(1);
}

/** Every word with a capital, as in a title or at the beginning of a sentence. */
function isTitleCase(form: string): boolean {
  return form.split(/[\s-]/).every((word) => /^\p{Lu}\p{Ll}*$/u.test(word));
}

function guessFacet(head: string): Topic['facet'] {
  if (CONTRIBUTIONS.has(head)) return 'contribution';
  if (PROPERTY.test(head)) return 'property';
  return METHOD.test(head) ? 'method' : 'task';
}

/** Without the capital, unless it is a name's or an acronym's. */
function inSentence(label: string): string {
  return /^\p{Lu}[\p{Ll}\s-]/u.test(label) && !/\p{Lu}/u.test(label.slice(1))
    ? label.charAt(0).toLocaleLowerCase('en') + label.slice(1)
    : label;
}
