import { renderTemplate } from 'astro/runtime/server/index.js';
import { urlOf, type App, type Page, type PageComponent, type PageResult, type Route } from './astro-app.ts';
import { renderPage, SharedParts, type SharingResult } from './string-runtime.ts';

/**
 * A function that renders any page of a route.
 *
 * Astro makes a request for each page, and that costs more than the page. Here it is asked once, for one page of the route,
 * what it hands to the components of such a page. All pages are the same components with that, and with their own props.
 */
export async function rendererOf(
  route: Route,
  { pathname }: Pick<Page, 'pathname'>,
  app: App,
): Promise<(page: Page) => Promise<string>> {
  const { component, result } = await askAstro(route, pathname, app);
  const shared = new SharedParts(result);
  return ({ pathname, params, props }) => {
    const own = { url: urlOf({ pathname, route }, app), params, request: undefined };
    return renderPage(resultFor(own, result, shared), component, props);
  };
}

/** A route's component, and what Astro hands to it before anything is rendered. */
async function askAstro(route: Route, pathname: string, app: App): Promise<{ component: PageComponent; result: PageResult }> {
  const { pageMap } = app.manifest;
  const load = pageMap.get(route.component)!;
  const known = app.routeCache.get(route);
  const mod = known?.mod ?? (await (await load()).page());
  let kept: PageResult | undefined;
  const keep = (result: PageResult): unknown => {
    kept = copyOf(result);
    return renderTemplate``;
  };
  const keeper = { ...mod, default: Object.assign(keep, mod.default) as PageComponent };
  // Astro would ask the paths of another module anew.
  if (known) known.mod = keeper;
  pageMap.set(route.component, async () => ({ page: () => keeper }));
  try {
    await (await app.render(new Request(urlOf({ pathname, route }, app)), { routeData: route })).text();
    return { component: mod.default, result: kept! };
  } finally {
    pageMap.set(route.component, load);
    if (known) known.mod = mod;
  }
}

/** What Astro would hand to the components of another page of the same route. */
function resultFor(own: object, result: PageResult, shared: SharedParts): SharingResult {
  // Asked of Astro once a page, for it costs as much as a small component. What differs between components is their props.
  const ofPage = Object.defineProperty(Object.assign(result.createAstro({}, null), own), 'slots', {
    get: () => raise('Astro.slots is not to be had in a build: write <slot>.'),
  });
  return { ...copyOf(result), shared, createAstro: (props) => Object.assign(Object.create(ofPage), { props }) };
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

function raise(why: string): never {
  throw new Error(why);
}
