/**
 * BCP 47 tag of a text that is surely not English; `undefined` for English, for a mixture, and for all doubt.
 *
 * By script where most letters are of one; else by function words that English does not have: at least every eighth
 * word, in a text of ten words or more that has hardly any English ones.
 */
export function foreignLanguage(text: string): string | undefined {
  const sample = text.slice(0, 3000);
  // Most papers are English, and nine words show it.
  if ((sample.match(/ (?:the|of|and|to|is|are|this|that|we|with|for) /g)?.length ?? 0) > 8) return undefined;
  return languageOfScript(sample) ?? languageOfWords(sample);
}

function languageOfScript(text: string): string | undefined {
  if (!/[\u0370-\u1fff\u2c00-\uffff]/.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (script: RegExp): number => (text.match(script)?.length ?? 0) / Math.max(1, letters);
  if (letters < 4) return undefined;
  if (share(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu) > 0.5)
    return share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1 ? 'ja' : 'zh';
  if (share(/\p{Script=Hangul}/gu) > 0.5) return 'ko';
  if (share(/\p{Script=Cyrillic}/gu) > 0.7) return /[іїєґ]/i.test(text) ? 'uk' : /[ъыэё]/i.test(text) ? 'ru' : undefined;
  if (share(/\p{Script=Arabic}/gu) > 0.7) return /[پچژگ]/.test(text) ? 'fa' : 'ar';
  return SCRIPTS.find(([script]) => share(script) > 0.7)?.[1];
}

/** Scripts that, in papers, one language writes. */
const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];

function languageOfWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 10) return undefined;
  const share = (list: Set<string>): number => words.filter((word) => list.has(word)).length / words.length;
  if (share(ENGLISH) > 0.06) return undefined;
  const [best, second] = FUNCTION_WORDS.map(([language, list]) => ({ language, share: share(list) })).sort(
    (a, b) => b.share - a.share,
  );
  return best !== undefined && best.share > 0.125 && best.share > 1.5 * (second?.share ?? 0) ? best.language : undefined;
}

const list = (words: string): Set<string> => new Set(words.split(' '));

const ENGLISH = list('the of and to is are this that with for we which from by as our be it can these have has their an on');

/** Frequent words of each language; those of two languages help neither, and cost the margin between them. */
const FUNCTION_WORDS: [string, Set<string>][] = [
  [
    'fr',
    list(
      'le la les des du de et est une un dans pour sur que qui nous cette ce ces par avec sont en au aux plus ont leur à notre',
    ),
  ],
  [
    'de',
    list(
      'der die das und ist nicht ein eine einer eines wird werden für auf mit von den dem des im zu wir dass sich auch als sind durch bei oder',
    ),
  ],
  ['es', list('el la los las del de y es una un para que en con por se este esta son como más su sus al lo entre presentamos')],
  ['pt', list('o a os as do da dos das de e é uma um para que em com por se este esta são como mais não no na ao ou nos')],
  [
    'it',
    list('il la lo gli le dei del della delle di e è una un per che in con da si questo questa sono come più nel nella al alla'),
  ],
  ['nl', list('de het een en van is niet zijn voor op met dat deze wordt worden door te aan naar ook als bij uit of wij we')],
  ['ca', list('el la els les dels del de i és una un per que en amb aquest aquesta són com més al i les dels')],
  ['pl', list('i w z na do się nie jest to że oraz dla jak od przez są które który')],
  ['tr', list('ve bir bu için ile olarak olan da de en daha gibi çok ise ya')],
  ['id', list('dan yang untuk dengan dari ini pada dalam adalah di ke tidak akan juga oleh')],
  ['sv', list('och att det som en är för på med av den till inte har ett om vi')],
];
