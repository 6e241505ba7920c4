import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { renderToString } from 'astro/runtime/server/index.js';

/**
 * Write the pages of routes that have many.
 *
 * Astro makes a request for each page and takes the answer apart again; that costs more than the page (0.5 ms against
 * 0.1 ms). Here the first page of a route is made so, and what Astro hands to its components is kept. The other pages
 * are the same components, rendered by the same renderer, with that and their own props. Routes of one page, and
 * endpoints, are left to Astro.
 *
 * The build stops when the first page of a route, rendered anew in this way, is not the same to the letter.
 */
export function staticPages(): AstroIntegration {
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
            const paths = await byAstro.getStaticPaths();
            if (new Set(paths.map(({ pathname }) => pathname)).size < paths.length) return paths; // Astro names the two that meet
            const left: Path[] = [];
            for (const route of Map.groupBy(paths, (path) => path.route).values()) {
              if (route[0]?.route.type !== 'page' || route.length === 1) left.push(...route);
              else await writePages(route, byAstro as DefaultPrerenderer, target);
            }
            return left;
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
  staticPaths: { params: Record<string, string | undefined>; props: Record<string, unknown> }[];
}

/** Write every page of a route. */
async function writePages(paths: Path[], byAstro: DefaultPrerenderer, target: Target): Promise<void> {
  const { route } = paths[0]!;
  const known = byAstro.app.routeCache.get(route)!;
  const { html, result } = await renderByAstro(paths[0]!, known, byAstro, target);
  const render = async (at: number) => {
    const { params, props } = known.staticPaths[at]!;
    const own = { url: urlOf(paths[at]!, target), params, request: undefined };
    return String(await renderToString(resultFor(own, result), known.mod.default, props, {}, true, route));
  };
  if ((await render(0)) !== html) throw new Error(notTheSame(route.component));
  for (const [at, { pathname }] of paths.entries()) {
    const folder = join(target.out, pathname);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), await render(at));
  }
}

function notTheSame(component: string): string {
  return (
    `${component} gives another page when it is rendered without a request of its own. ` +
    'Let its components use their props, Astro.url and Astro.params only, or let Astro render all pages: OFFPRINT_PAGES=astro.'
  );
}

/** A page as Astro renders it, and what it handed to its component, before anything was rendered. */
async function renderByAstro(
  path: Path,
  known: StaticPaths,
  byAstro: DefaultPrerenderer,
  target: Target,
): Promise<{ html: string; result: PageResult }> {
  const { pageMap } = byAstro.app.manifest;
  const { mod } = known;
  const load = pageMap.get(path.route.component)!;
  let kept: PageResult | undefined;
  const keep = (result: PageResult, props: object, slots: object): unknown => {
    kept = copyOf(result);
    return (mod.default as unknown as typeof keep)(result, props, slots);
  };
  known.mod = { ...mod, default: Object.assign(keep, mod.default) as unknown as Component };
  pageMap.set(path.route.component, async () => ({ page: () => known.mod }));
  try {
    const rendered = await byAstro.render(new Request(urlOf(path, target)), { routeData: path.route });
    const html = await (rendered instanceof Response ? rendered : rendered.response).text();
    return { html, result: kept! };
  } finally {
    pageMap.set(path.route.component, load);
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

function urlOf({ pathname }: Path, { base, origin }: Target): URL {
  return new URL(`${base.replace(/\/$/, '')}${pathname}/`.replace(/\/+$/, '/'), origin);
}
