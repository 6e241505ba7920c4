import * as astro from 'astro/runtime/server/index.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageResult } from '../../../scripts/build/astro-app.ts';
import type { SharingResult } from '../../../scripts/build/string-runtime.ts';
import * as ours from '../../../scripts/build/string-runtime.ts';

/** As much of what Astro hands to a component as these templates ask for. */
const result = (): SharingResult => {
  const given = {
    partial: true,
    styles: new Set(),
    scripts: new Set(),
    links: new Set(),
    _metadata: { propagators: new Set(), extraHead: [] },
  } as unknown as PageResult;
  return { ...given, shared: new ours.SharedParts(given) };
};

/** What a template may hold: the same for both runtimes, made by the one that is asked. */
type Make = (runtime: Pick<typeof ours, 'render'>) => unknown;

const { value } = fc.letrec<{ value: Make; template: Make }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string(), fc.integer(), fc.constantFrom(undefined, null, false, '', '<&"\'>')).map(
      (leaf): Make =>
        () =>
          leaf,
    ),
    fc.string().map(
      (text): Make =>
        () =>
          astro.unescapeHTML(text),
    ),
    fc.array(tie('value')).map(
      (all): Make =>
        (runtime) =>
          all.map((make) => make(runtime)),
    ),
    tie('value').map(
      (make): Make =>
        (runtime) =>
          Promise.resolve().then(() => make(runtime)),
    ),
    tie('template'),
  ),
  template: fc.tuple(tie('value'), tie('value')).map(
    ([one, other]): Make =>
      (runtime) =>
        runtime.render`<p>${one(runtime)}</p>${other(runtime)}<br>`,
  ),
}));

test('a template gives what Astro makes of it, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(value, async (make) => {
      const byAstro = await astro.renderToString(
        result(),
        astro.createComponent((() => astro.renderTemplate`<main>${make({ render: astro.render as never })}</main>`) as never),
        {},
        {},
      );
      const page = ours.render`<head>${ours.renderHead()}</head><main>${make(ours)}</main>`;
      expect(await ours.renderPage(result(), () => page, {})).toBe(`<!DOCTYPE html><head></head>${String(byAstro)}`);
    }),
  );
});

describe('a page is refused', () => {
  test('that has no head', async () => {
    await expect(ours.renderPage(result(), () => ours.render`<p>no head</p>`, {})).rejects.toThrow(
      'A page has one <head>; this one has 0.',
    );
  });

  test('that holds an object', () => {
    expect(() => ours.render`<p>${{ text: 'words' }}</p>`).toThrow('A template holds an object that is no HTML: text.');
  });
});
