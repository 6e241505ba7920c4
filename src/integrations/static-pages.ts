import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { renderToString } from 'astro/runtime/server/index.js';
import { PageWriter } from './page-writer.ts';
import { isInShard, WHOLE, type Shard } from '../model/shard.ts';

interface Options {
  /** The part of the site to write. Default: the whole. */
  shard?: Shard | undefined;
  /** Called with the number of pages written. */
  progress: (stage: string, done: number, total: number) => void;
}

/**
 * Write the pages of routes that have many.
 *
 * Astro makes a request for each page and takes the answer apart again; that costs more than the page (0.5 ms against
 * 0.1 ms). Here the first page of a route is made so, and what Astro hands to its components is kept. The other pages
 * are the same components, rendered by the same renderer, with that and their own props. Pages with an address of
 * their own, and endpoints, are left to Astro.
 *
 * The build stops when the first page of a route, rendered anew in this way, is not the same to the letter.
 */
export function staticPages({ shard = WHOLE, progress }: Options): AstroIntegration {
  const target: Target = { out: '', base: '/', origin: '' };
  return {
    name: 'offprint:static-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        Object.assign(target, {
          out: fileURLToPath(config.outDir),
          base: config.base,
          origin: config.site ?? 'http://localhost',
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((byAstro) => ({
          ...byAstro,
          name: 'offprint:static-pages',
          getStaticPaths: async () => {
            const all = await byAstro.getStaticPaths();
            if (new Set(all.map(({ pathname }) => pathname)).size < all.length) return all; // Astro names the two that meet
            const { app } = byAstro as DefaultPrerenderer;
            const routes = [...Map.groupBy(all.filter(isOneOfMany), ({ route }) => route)].map(([route, paths]) => {
              const pages = pagesOf(paths, app.routeCache.get(route)!);
              return { route, pages: pages.filter(({ pathname }) => isInShard(pathname, shard)) };
            });
            // Papers last: by then the thread that finds which are related may be done.
            routes.sort((a, b) => a.pages.length - b.pages.length);
            const total = routes.reduce((sum, { pages }) => sum + pages.length, 0);
            const writer = new PageWriter();
            let written = 0;
            try {
              for (const { route, pages } of routes) {
                if (pages.length === 0) continue;
                const render = await rendererOf(route, pages[0]!, byAstro as DefaultPrerenderer, target);
                for (const page of pages) {
                  await writer.write({ path: join(target.out, page.pathname, 'index.html'), html: await render(page) });
                  written += 1;
                  if (written % PAGES_A_TURN !== 0) continue;
                  progress('pages', written, total);
                  await setImmediate(); // so that Ctrl-C is heard
                }
              }
              await writer.finish();
            } finally {
              await writer.close();
            }
            return all.filter((path) => !isOneOfMany(path) && isInShard(path.pathname, shard));
          },
        }));
      },
    },
  };
}

/** Where pages go, and the address that they will have. */
interface Target {
  out: string;
  base: string;
  origin: string;
}

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];
type Route = Path['route'];
type Component = Parameters<typeof renderToString>[1];
/** What Astro hands to every component of a page (SSRResult of Astro 7.3). */
type PageResult = Parameters<typeof renderToString>[0];

/** The part of Astro's own prerenderer that is used here (Astro 7.3). */
interface DefaultPrerenderer extends AstroPrerenderer {
  app: {
    manifest: { pageMap: Map<string, () => Promise<{ page: () => PageModule }>> };
    routeCache: { get(route: Route): StaticPaths | undefined };
  };
}

interface PageModule {
  default: Component;
}

interface StaticPaths {
  /** Whose paths they are; Astro asks another module anew. */
  mod: PageModule;
  staticPaths: Inputs[];
}

/** What a page's component is given. */
interface Inputs {
  params: Record<string, string | undefined>;
  props: Record<string, unknown>;
}

interface Page extends Inputs {
  /** Without the base, and without the slash at its end. */
  pathname: string;
}

const PAGES_A_TURN = 100;

/** Whether a path is that of a page whose component makes many. */
function isOneOfMany({ route }: Path): boolean {
  return route.type === 'page' && route.pathname === undefined;
}

/** Astro gives a route's paths in the order of its `getStaticPaths`. */
function pagesOf(paths: Path[], { staticPaths }: StaticPaths): Page[] {
  return paths.map(({ pathname }, at) => ({ pathname, ...staticPaths[at]! }));
}

/** A function that renders any page of a route. Throws when it does not render the sample as Astro does. */
async function rendererOf(
  route: Route,
  sample: Page,
  byAstro: DefaultPrerenderer,
  target: Target,
): Promise<(page: Page) => Promise<string>> {
  const known = byAstro.app.routeCache.get(route)!;
  const { html, result } = await renderByAstro(route, sample, known, byAstro, target);
  const render = async ({ pathname, params, props }: Page): Promise<string> => {
    const own = { url: urlOf(pathname, target), params, request: undefined };
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
  byAstro: DefaultPrerenderer,
  target: Target,
): Promise<{ html: string; result: PageResult }> {
  const { pageMap } = byAstro.app.manifest;
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
    const rendered = await byAstro.render(new Request(urlOf(pathname, target)), { routeData: route });
    const html = await (rendered instanceof Response ? rendered : rendered.response).text();
    return { html, result: kept! };
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

function urlOf(pathname: string, { base, origin }: Target): URL {
  return new URL(`${base.replace(/\/$/, '')}${pathname}/`.replace(/\/+$/, '/'), origin);
}
