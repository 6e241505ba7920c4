import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/**
 * Strict: all of the four sets, but for what is about the looks of the source, which nobody reads; the length of titles,
 * which is the papers'; and integrity hashes, which say nothing new of files from the same origin.
 */
const CONFIG = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'require-sri': 'off',
  },
} as const;

/** Says what is wrong with a page: `place:line rule: what`, for each. */
export function makeHtmlValidator(): (html: string, place: string) => Promise<string[]> {
  const validator = new HtmlValidate(new StaticConfigLoader({ ...CONFIG, extends: [...CONFIG.extends] }));
  return async (html, place) => {
    const { results } = await validator.validateString(html, place);
    return results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId, message }) => `${place}:${line} ${ruleId}: ${message}`),
    );
  };
}
