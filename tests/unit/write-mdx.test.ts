import { parseFrontmatter, unified } from '@astrojs/markdown-remark';
import fc from 'fast-check';
import type { Nodes, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { Document, isScalar, isSeq, Scalar, visit } from 'yaml';
import { readEntry } from '../../src/model/entry.ts';
import { isPlainScalar } from '../../src/model/plain-yaml.ts';
import type { Entry } from '../../src/model/paper.ts';
import { DOUBTS, type Span } from '../../src/model/record.ts';
import { STRENGTHS } from '../../src/model/tag.ts';
import { writeBody, writeMarkdown } from '../../src/pipeline/mdx/body.ts';
import { writeFrontMatter } from '../../src/pipeline/mdx/front-matter.ts';
import { writeMdx } from '../../src/pipeline/write-mdx.ts';
import { fixtures } from '../fixtures.ts';
import { hostileEmphasis, hostileLine, hostileText } from './hostile.ts';
import { RUNS } from './runs.ts';

const SLUG = 'a-paper';
const bare: Entry = {
  slug: SLUG,
  title: 'A paper',
  abstract: '',
  emphasis: [],
  topics: [],
  links: [],
  sources: [],
  doubts: [],
  isMdx: false,
  isRich: false,
};

/** The very compiler of the build, with its tree kept for a look. */
let compiled: Root | undefined;
const keep = () => (tree: Root) => {
  compiled = structuredClone(tree);
};
const compiler = unified({ gfm: false, smartypants: false, rehypePlugins: [keep] }).createMdxRenderer?.(
  { syntaxHighlight: false },
  { optimize: false, srcDir: new URL('file:///') },
);

/** What the build makes of a file: its front matter, and the text of its body. */
async function build(file: string): Promise<{ frontmatter: unknown; abstract: string; emphasis: Span[]; elements: Set<string> }> {
  const { frontmatter, content } = parseFrontmatter(file, { frontmatter: 'empty-with-spaces' });
  await (await compiler)?.process(content, `/${SLUG}.mdx`, frontmatter);
  const found = { abstract: '', emphasis: [] as Span[], elements: new Set<string>() };
  collect(compiled ?? { type: 'root', children: [] }, found);
  return { frontmatter, ...found };
}

function collect(node: Nodes, into: { abstract: string; emphasis: Span[]; elements: Set<string> }): void {
  if (node.type !== 'root' && node.type !== 'text') into.elements.add(node.type === 'element' ? node.tagName : node.type);
  if (node.type === 'element' && node.tagName === 'p' && into.abstract !== '') into.abstract += '\n\n';
  const start = into.abstract.length;
  if (node.type === 'root') for (const child of node.children) if (child.type !== 'text') collect(child, into);
  if (node.type === 'element') for (const child of node.children) collect(child, into);
  if (node.type === 'text') into.abstract += node.value;
  if (node.type === 'element' && node.tagName === 'em') into.emphasis.push({ start, end: into.abstract.length });
}

const ALLOWED = new Set(['p', 'em']);

describe('the compiler of the build reads back what was written', () => {
  test('any text, with any emphasis', async () => {
    await fc.assert(
      fc.asyncProperty(hostileEmphasis, async (paper) => {
        const read = await build(writeMdx({ ...bare, ...paper }).text);
        expect(read).toMatchObject(paper);
        expect(read.elements.isSubsetOf(ALLOWED)).toBe(true);
      }),
      RUNS,
    );
  });

  test('any front matter', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntry, async (entry) => {
        const { frontmatter } = await build(writeMdx(entry).text);
        expect(frontmatter).toEqual(JSON.parse(JSON.stringify(frontMatterOf(entry))));
      }),
      { numRuns: RUNS.numRuns / 10 },
    );
  });
});

describe('readEntry reads back what was written', () => {
  test('any entry', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const { text } = writeMdx(entry);
        expect(readEntry(SLUG, text)).toEqual({ output: { ...entry, text }, messages: [] });
      }),
      RUNS,
    );
  });
});

describe('the short cuts write what the libraries write', () => {
  test('a body', () => {
    fc.assert(
      fc.property(hostileText, (abstract) => {
        expect(writeBody(abstract, [])).toBe(writeMarkdown(abstract, []));
      }),
      RUNS,
    );
  });

  test('front matter', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(writeFrontMatter(entry)).toBe(writeYaml(entry));
      }),
      RUNS,
    );
  });
});

for (const fixture of fixtures('write-mdx')) {
  test(fixture.sentence, async () => {
    const entry: Entry = { ...bare, ...fixture.json<Partial<Entry>>('entry.json') };
    const { text } = writeMdx(entry);
    await expect(text).toMatchFileSnapshot(fixture.path('expected.mdx'));
    expect(await build(text)).toMatchObject({ abstract: entry.abstract, emphasis: entry.emphasis });
  });
}

const id = fc.stringMatching(/^[a-z0-9]{1,6}(?:-[a-z0-9]{1,6}){0,2}$/);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const strict = { noNullPrototype: true };
const hex = fc.stringMatching(/^[0-9a-f]{8}$/);
const anyEntry: fc.Arbitrary<Entry> = fc
  .tuple(
    hostileEmphasis,
    fc.record(
      {
        title: hostileLine,
        topics: fc.array(
          fc.record(
            {
              slug: fc.oneof(id, fc.constantFrom('null', 'true', 'no', 'on', 'y', '1e5', '007')),
              strength: fc.constantFrom(...STRENGTHS),
              evidence: fc.array(hostileLine, { maxLength: 3 }),
              by: fc.constant('person' as const),
            },
            { requiredKeys: ['slug', 'strength', 'evidence'], ...strict },
          ),
          { maxLength: 3 },
        ),
        links: fc.array(hostileLine, { maxLength: 2 }),
        sources: fc.array(
          fc.record({ dump: hostileLine, hash: hex, listed: hostileLine }, { requiredKeys: ['dump', 'hash'], ...strict }),
          { maxLength: 2 },
        ),
        doubts: fc.subarray([...DOUBTS]),
      },
      strict,
    ),
    fc.record(
      {
        authors: fc.array(fc.record({ given: hostileLine, family: hostileLine }, { requiredKeys: ['family'], ...strict }), {
          maxLength: 2,
        }),
        year: fc.integer({ min: -500, max: 3000 }),
        ids: fc.record({ doi: hostileLine, arxiv: hostileLine }, { requiredKeys: [], ...strict }),
        keywords: fc.array(hostileLine, { maxLength: 2 }),
        note: hostileLine,
        withdrawn: fc.record({ why: hostileLine, when: hostileLine }, strict),
        extra: fc.dictionary(
          hostileLine,
          fc.oneof(hostileLine, fc.integer(), fc.boolean(), fc.constant(null), fc.array(hostileLine, { maxLength: 2 })),
          { maxKeys: 2, ...strict },
        ),
        imported: fc.record(
          { run: fc.integer({ min: 1, max: 9 }), place: fc.integer({ min: 1, max: 99_999 }), title: optional(hex) },
          strict,
        ),
      },
      { requiredKeys: [], ...strict },
    ),
  )
  .map(([text, required, optionals]) => ({ ...bare, ...text, ...required, ...optionals }));

/** Front matter as data, keys in the order in which they are written. */
function frontMatterOf({
  title,
  topics,
  links,
  sources,
  doubts,
  authors,
  year,
  ids,
  keywords,
  note,
  withdrawn,
  extra,
  imported,
}: Entry): object {
  // A person's tag is written as persons write it: without evidence when it has none.
  const written = topics.map(({ evidence, ...tag }) =>
    tag.by === 'person' && evidence.length === 0 ? tag : { slug: tag.slug, strength: tag.strength, evidence, by: tag.by },
  );
  return { title, topics: written, links, sources, doubts, authors, year, ids, keywords, note, withdrawn, extra, imported };
}

/** Keys whose values are ids of Offprint. */
const ID_KEYS = new Set(['slug', 'strength', 'by', 'doubts', 'dump']);

/** Front matter through the yaml package: what writeFrontMatter must equal. */
function writeYaml(entry: Entry): string {
  const document = new Document(frontMatterOf(entry), { keepUndefined: false });
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (isScalar(pair.key)) pair.key.type = /^[a-z]+$/.test(key) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
      if (isSeq(pair.value) && pair.value.items.every(isScalar)) pair.value.flow = true;
      for (const node of isSeq(pair.value) ? pair.value.items : [pair.value]) {
        if (isScalar(node) && ID_KEYS.has(key) && isPlainScalar(String(node.value))) node.type = Scalar.PLAIN;
      }
    },
  });
  const yaml = document.toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', flowCollectionPadding: false });
  // The package writes these as they are, and js-yaml, through which Astro reads, refuses them.
  return yaml.replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
