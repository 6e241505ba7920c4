import { renderToString } from 'astro/runtime/server/index.js';
import { urlOf, type App, type Component, type Page, type PageResult, type Route, type StaticPaths } from './astro-app.ts';

/**
 * A function that renders any page of a route that has many.
 *
 * Astro makes a request for each page and takes the answer apart again; that costs more than the page (0.5 ms against
 * 0.1 ms). Here one page of the route is made so, and what Astro hands to its components is kept. The others are the
 * same components, rendered by the same renderer, with that and their own props.
 *
 * Throws when the sample, rendered anew in this way, is not the same to the letter.
 */
export async function rendererOf(route: Route, sample: Page, app: App): Promise<(page: Page) => Promise<string>> {
  const known = app.routeCache.get(route)!;
  const { html, result } = await renderByAstro(route, sample, known, app);
  const render = async ({ pathname, params, props }: Page): Promise<string> => {
    const own = { url: urlOf({ pathname, route }, app), params, request: undefined };
    return String(await renderToString(resultFor(own, result), known.mod.default, props, {}, true, route));
  };
  if ((await render(sample)) === html) return render;
  throw new Error(
    `${route.component} gives another page when it is rendered without a request of its own: ` +
      'its components may use their props, Astro.url and Astro.params, nothing of the request.',
  );
}

/** A page as Astro renders it, and what it handed to its component, before anything was rendered. */
async function renderByAstro(
  route: Route,
  { pathname }: Page,
  known: StaticPaths,
  app: App,
): Promise<{ html: string; result: PageResult }> {
  const { pageMap } = app.manifest;
  const { mod } = known;
  const load = pageMap.get(route.component)!;
  let kept: PageResult | undefined;
  const keep = (result: PageResult, props: object, slots: object): unknown => {
    kept = copyOf(result);
    return (mod.default as unknown as typeof keep)(result, props, slots);
  };
  known.mod = { ...mod, default: Object.assign(keep, mod.default) as unknown as Component };
  pageMap.set(route.component, async () => ({ page: () => known.mod }));
  try {
    const response = await app.render(new Request(urlOf({ pathname, route }, app)), { routeData: route });
    return { html: await response.text(), result: kept! };
  } finally {
    pageMap.set(route.component, load);
    known.mod = mod;
  }
}

/** What Astro would hand to the components of another page of the same route. */
function resultFor(own: object, result: PageResult): PageResult {
  return { ...copyOf(result), createAstro: (props, slots) => Object.assign(result.createAstro(props, slots), own) };
}

/** Rendering empties and marks these; each page needs its own. */
function copyOf(result: PageResult): PageResult {
  const { _metadata, links, scripts, styles } = result;
  return {
    ...result,
    links: new Set(links),
    scripts: new Set(scripts),
    styles: new Set(styles),
    _metadata: {
      ..._metadata,
      hasDirectives: new Set(),
      rendererSpecificHydrationScripts: new Set(),
      renderedScripts: new Set(),
      extraHead: [],
      propagators: new Set(),
      pendingSlotEvaluations: [],
    },
  };
}
