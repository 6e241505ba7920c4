/**
 * What compiled components call, for pages that are made as one string.
 *
 * Astro's own runtime writes to a stream, as servers need it: each element of a list becomes an object or a promise before
 * it becomes text, which takes several times as long. Here a template is its text as soon as it has been evaluated, or a
 * promise of that where something in it must be waited for. What stands for itself is left to Astro: attributes, escaping,
 * and every component that is not Astro's, such as an entry's MDX (Astro 7.3).
 */
import * as astro from 'astro/runtime/server/index.js';
import { bufferHeadContent } from 'astro/runtime/server/render/astro/render.js';
import type { PageResult } from './astro-app.ts';

// Those of Astro's runtime that are the same for both.
export { addAttribute, createAstro, createComponent, defineScriptVars, defineStyleVars } from 'astro/runtime/server/index.js';
export { Fragment, mergeSlots, spreadAttributes, unescapeHTML } from 'astro/runtime/server/index.js';

/** Text that is HTML already. */
type Html = InstanceType<typeof astro.HTMLString>;
type Rendered = Html | Promise<Html>;
type Slot = (result: PageResult) => unknown;
type Slots = Record<string, Slot>;
type Component = (result: PageResult, props: object, slots: Slots) => unknown;

/** Where the head goes, which is known when all of the page is: no text is like it, for text is escaped. */
const HEAD = '<offprint:head>';

/** What the pages of a route have in common, kept when it has been made once. */
export class SharedParts {
  /** What Astro says of their scripts. */
  readonly scripts = new Map<string, Awaited<ReturnType<typeof astro.renderScript>>>();
  /** What Astro adds to the heads of those whose components add nothing. */
  head: string | undefined;
  /** How much Astro hands over to be added to the head. */
  readonly toAdd: number;

  /** @param result  What is handed to the components of any page of the route, before they are called. */
  constructor(result: PageResult) {
    this.toAdd = countToAdd(result);
  }
}

/** What is handed to the components of a page. */
export type SharingResult = PageResult & { shared: SharedParts };

/** A page, made of its component. */
export async function renderPage(result: SharingResult, component: Component, props: object): Promise<string> {
  const html = await textOf(component(result, props, {}));
  if (result._metadata.propagators.size > 0) await bufferHeadContent(result);
  const [before, ...after] = html.split(HEAD);
  if (after.length !== 1) throw new Error(`A page has one <head>; this one has ${after.length}.`);
  return `<!DOCTYPE html>${before}${headOf(result)}${after[0]}`;
}

function headOf(result: SharingResult): string {
  const { shared } = result;
  if (countToAdd(result) !== shared.toAdd) return astro.chunkToString(result, astro.renderHead());
  return (shared.head ??= astro.chunkToString(result, astro.renderHead()));
}

/** Components add to these, and never take away. */
function countToAdd({ styles, scripts, links, _metadata }: PageResult): number {
  return styles.size + scripts.size + links.size + _metadata.extraHead.length;
}

/** A component's template. */
export function render(parts: TemplateStringsArray, ...values: unknown[]): Rendered {
  let html = parts[0]!;
  for (let at = 0; at < values.length; at += 1) {
    const text = textOf(values[at]);
    if (typeof text !== 'string') return renderLater(html, parts, [text, ...values.slice(at + 1).map(textOf)]);
    html += text + parts[at + 1]!;
  }
  return toHtml(html);
}

export function renderComponent(
  result: PageResult,
  name: string,
  component: unknown,
  props: Record<string, unknown>,
  slots: Slots = {},
): unknown {
  if (component === astro.Fragment) return slots['default']?.(result);
  if (isPlain(component) && !('class:list' in props)) return component(result, props, slots);
  if (typeof component === 'string') {
    const inner = textOf(slots['default']?.(result));
    const element = (text: string) => toHtml(`<${component}${astro.spreadAttributes(props, component)}>${text}</${component}>`);
    return typeof inner === 'string' ? element(inner) : inner.then(element);
  }
  return renderByAstro(result, astro.renderComponent(result, name, component, props, slots as never));
}

export function renderSlot(result: PageResult, slot: Slot | undefined, fallback?: unknown): unknown {
  return slot ? slot(result) : fallback;
}

export function renderHead(): Html {
  return toHtml(HEAD);
}

/** For elements that may be the first of a page without a head: ours all have one. */
export function maybeRenderHead(): string {
  return '';
}

export function renderScript(result: SharingResult, id: string): Rendered {
  const { scripts } = result.shared;
  const known = scripts.get(id);
  if (known) return toHtml(astro.chunkToString(result, known));
  return astro.renderScript(result, id).then((script) => {
    scripts.set(id, script);
    return toHtml(astro.chunkToString(result, script));
  });
}

async function renderLater(html: string, parts: TemplateStringsArray, rest: (string | Promise<string>)[]): Promise<Html> {
  const texts = await settle(rest);
  return toHtml(html + texts.map((text, at) => text + parts[parts.length - texts.length + at]!).join(''));
}

async function renderByAstro(result: PageResult, rendered: ReturnType<typeof astro.renderComponent>): Promise<Html> {
  let html = '';
  await (await rendered).render({ write: (chunk) => (html += astro.chunkToString(result, chunk as string)) });
  return toHtml(html);
}

/** What a value of a template stands for, as HTML. */
function textOf(value: unknown): string | Promise<string> {
  if (typeof value === 'string') return astro.escapeHTML(value);
  if (value === undefined || value === null || value === false) return '';
  if (astro.isHTMLString(value)) return value.toString();
  if (Array.isArray(value)) return textOfAll(value);
  if (value instanceof Promise) return value.then(textOf);
  if (typeof value === 'object') throw new Error(`A template holds an object that is no HTML: ${Object.keys(value).join()}.`);
  return String(value);
}

function textOfAll(values: unknown[]): string | Promise<string> {
  let html = '';
  for (let at = 0; at < values.length; at += 1) {
    const text = textOf(values[at]);
    if (typeof text !== 'string') return joinLater(html, [text, ...values.slice(at + 1).map(textOf)]);
    html += text;
  }
  return html;
}

async function joinLater(html: string, rest: (string | Promise<string>)[]): Promise<string> {
  return html + (await settle(rest)).join('');
}

function settle(texts: (string | Promise<string>)[]): Promise<string[]> {
  return Promise.all(texts.map((text) => Promise.resolve(text)));
}

function toHtml(text: string): Html {
  return new astro.HTMLString(text);
}

/** Whether a component is Astro's, and only makes HTML: adds nothing to the head. */
function isPlain(component: unknown): component is Component {
  const { isAstroComponentFactory = false, propagation } = component as {
    isAstroComponentFactory?: boolean;
    propagation?: string;
  };
  return isAstroComponentFactory && (propagation ?? 'none') === 'none';
}
