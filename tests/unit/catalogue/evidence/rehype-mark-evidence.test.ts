import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderEntry } from '../../../../src/catalogue/render-entry.ts';
import { core, entry, minor } from '../papers.ts';
import type { Tag } from '../../../../src/model/tag.ts';

function render(body: string, ...topics: Tag[]): { html: string; marks: unknown } {
  return renderEntry(entry({ slug: 'a', topics, text: `---\ntitle: "A"\n---\n\n${body}\n` }));
}

const open = (id: number, n: string, href = n.split(' ')[0]) => `<a class="ev" id="w${id}" data-n="${n}" href="#t${href}"><mark>`;

describe('the words that earned a topic', () => {
  test('are marked and link to the topic', () => {
    const { html, marks } = render('We prune deep nets.', core('pruning', 'prune'), minor('deep', 'deep nets'));
    expect(html).toBe(`<p>We ${open(1, '1')}prune</mark></a> ${open(2, '2')}deep nets</mark></a>.</p>`);
    expect(marks).toEqual([
      { id: 'w1', n: [1], words: 'prune' },
      { id: 'w2', n: [2], words: 'deep nets' },
    ]);
  });

  test('are marked once, in the first paragraph that has them', () => {
    expect(render('Nothing.\n\nPruning.\n\nPruning.', core('pruning', 'Pruning')).html).toBe(
      `<p>Nothing.</p>\n<p>${open(1, '1')}Pruning</mark></a>.</p>\n<p>Pruning.</p>`,
    );
  });

  test('are marked across emphasis in one piece', () => {
    expect(render('a *Tensor Programs* series', core('theory', 'Tensor Programs series')).html).toBe(
      `<p>a ${open(1, '1')}<em>Tensor Programs</em> series</mark></a></p>`,
    );
  });

  test('that begin within emphasis are marked in two pieces, the first with the id', () => {
    expect(render('*wide Tensor* Programs', core('theory', 'Tensor Programs')).html).toBe(
      `<p><em>wide ${open(1, '1')}Tensor</mark></a></em><a class="ev" data-n="1" href="#t1"><mark> Programs</mark></a></p>`,
    );
  });

  test('are no link within a link', () => {
    expect(render('[our code](https://a.org)', core('code', 'code')).html).toBe(
      '<p><a href="https://a.org">our <span class="ev" id="w1" data-n="1"><mark>code</mark></span></a></p>',
    );
  });

  test('are found over a line break, in a list, and not across two paragraphs', () => {
    expect(render('deep\nnets', core('deep', 'deep nets')).marks).toEqual([{ id: 'w1', n: [1], words: 'deep nets' }]);
    expect(render('- deep nets', core('deep', 'deep nets')).marks).toHaveLength(1);
    expect(render('deep\n\nnets', core('deep', 'deep nets')).marks).toEqual([]);
  });

  test('leave the text as it was, letter for letter', () => {
    const word = fc.constantFrom('deep', 'net', '*wide*', '*deep net*', 'a-b');
    const strip = (html: string) => html.replace(/<\/?(a|mark|span)\b[^>]*>/g, '');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
        (body, evidence) => {
          const tags = evidence.map((words, index) => core(`t${index}`, words.join(' ').replaceAll('*', '')));
          expect(strip(render(body.join(' '), ...tags).html)).toBe(render(body.join(' ')).html);
        },
      ),
    );
  });
});
