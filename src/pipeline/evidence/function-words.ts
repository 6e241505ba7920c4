import stopWords from 'stopwords-iso' with { type: 'json' };
import { readWords } from './words.ts';

/**
 * The words that any text of a language needs, whatever it is about: `ces`, `pour`. Learnt weights know them from the few
 * papers in that language, and rightly: most French papers here are about language. But they show a reader nothing.
 */
export class FunctionWords {
  readonly #byLanguage = new Map<string, ReadonlySet<string>>();

  /**
   * @param language  BCP 47 tag; undefined for English, whose function words vague.ts knows.
   * @returns Stems.
   */
  of(language: string | undefined): ReadonlySet<string> {
    const [primary = ''] = (language ?? '').split('-');
    let words = this.#byLanguage.get(primary);
    if (words === undefined) {
      const kept = new Set((SPEAKING[primary] ?? '').split(' '));
      const listed = primary === 'en' ? [] : (LISTS[primary] ?? []);
      words = new Set(listed.filter((word) => !kept.has(word)).flatMap((word) => readWords(word).map(({ stem }) => stem)));
      this.#byLanguage.set(primary, words);
    }
    return words;
  }
}

const LISTS: Record<string, string[] | undefined> = stopWords;

/** Words of the lists that are more than that: `parole` is speech. */
const SPEAKING: Record<string, string | undefined> = {
  fr: 'parole comparable comparables force multiple multiples rare rares relative relatives relativement unique uniques',
};
