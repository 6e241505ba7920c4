import { describe, expect, test } from 'vitest';
import { foreignLanguage } from '../../src/pipeline/language.ts';

describe('the language of a text', () => {
  const told: [string, string][] = [
    [
      'fr',
      'Dans cet article, nous présentons une méthode pour la détection des entités nommées dans les textes qui sont en français.',
    ],
    [
      'de',
      'In dieser Arbeit wird ein Verfahren für die Erkennung von Namen vorgestellt, das auch bei kurzen Texten nicht versagt und die Daten nutzt.',
    ],
    [
      'es',
      'En este trabajo presentamos un método para la detección de nombres en los textos que se basa en el uso de redes y que es más rápido.',
    ],
    [
      'pt',
      'Neste trabalho apresentamos um método para a deteção de nomes em textos, que não é mais lento do que os outros e que usa as redes.',
    ],
    ['zh', '本文研究深度学习论文目录的构建方法。实验结果表明该方法是有效的。'],
    ['ja', '本論文では、深層学習による論文目録の構築について述べる。'],
    ['ko', '본 논문에서는 딥러닝을 이용한 논문 목록의 구축에 대해 설명한다.'],
    ['ru', 'В этой работе мы исследуем каталоги статей, и результаты показывают, что метод эффективен.'],
    ['uk', 'У цій роботі ми досліджуємо каталоги статей, і результати показують його переваги.'],
    ['ar', 'في هذا البحث ندرس فهارس المقالات ونقترح طريقة جديدة لتصنيفها.'],
    ['el', 'Σε αυτή την εργασία μελετάμε καταλόγους άρθρων και προτείνουμε μια νέα μέθοδο.'],
  ];
  test.each(told)('is %s where it surely is', (language, text) => {
    expect(foreignLanguage(text)).toBe(language);
  });

  const untold: [string, string][] = [
    ['English', 'In this paper we present a method for the recognition of names in texts.'],
    [
      'English about other languages',
      'We study the French words le, la, les, des, du and the German words der, die, das in this paper, and show that they are frequent.',
    ],
    [
      'English with a few words in another script',
      'We study the word 深層学習 (deep learning) in Japanese papers and find that it is frequent.',
    ],
    ['an English title of few words', 'Deep Learning'],
    ['a title of names', 'BERT, RoBERTa, GPT-4: Les Misérables de NLP'],
    ['nothing', ''],
    ['signs', '??? 1234 — 😀'],
    ['English with TeX', 'We show that $\\alpha \\leq \\beta$ for all $n$, and that this is tight.'],
  ];
  test.each(untold)('is not told for %s', (_, text) => {
    expect(foreignLanguage(text)).toBeUndefined();
  });
});
