import type { AstroPrerenderer } from 'astro';
import type { renderComponent } from 'astro/runtime/server/index.js';
import type { StaticPaths as Paths } from 'astro/runtime/prerender/static-paths.js';

/** The parts of Astro that a build uses and that Astro does not document (Astro 7.3). */
export interface App {
  manifest: ConstructorParameters<typeof Paths>[0]['manifest'] & {
    pageMap: Map<string, () => Promise<{ page: () => PageModule | Promise<PageModule> }>>;
    base: string;
    site?: string | undefined;
  };
  routeCache: { get(route: Route): StaticPaths | undefined };
  logger: { options: { destination: unknown } };
  render(request: Request, options: { routeData: Route }): Promise<Response>;
  setInternals(internals: object): void;
  setOptions(options: object): void;
  getOptions(): { allPages: Record<string, SharedStyles & { key: string }> };
}

export interface SharedStyles {
  styles: unknown[];
}

/** What Astro's build knows of pages besides their code: heads.json, beside the compiled code. */
export interface Heads {
  /** The module that begins it all. */
  entry: string;
  /** The style sheets of each page's component. */
  styles: [component: string, SharedStyles][];
}

export interface DefaultPrerenderer extends AstroPrerenderer {
  app: App;
}

export type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];
export type Route = Path['route'];
/** What Astro hands to every component of a page (SSRResult). */
export type PageResult = Parameters<typeof renderComponent>[0];
export type PageComponent = (result: PageResult, props: object, slots: object) => unknown;

export interface PageModule {
  default: PageComponent;
}

export interface StaticPaths {
  /** Whose paths they are; Astro asks another module anew. */
  mod: PageModule;
  staticPaths: Inputs[];
}

/** What a page's component is given. */
export interface Inputs {
  params: Record<string, string | undefined>;
  props: Record<string, unknown>;
}

export interface Page extends Inputs {
  /** Without the base, and without the slash at its end. */
  pathname: string;
}

/** The address that Astro would ask for a path at. */
export function urlOf({ pathname, route }: Pick<Path, 'pathname' | 'route'>, { manifest }: App): URL {
  const path = `${manifest.base.replace(/\/$/, '')}/${pathname.replace(/^\//, '')}`;
  const isFile = route.type === 'endpoint' && /\.[^/]*$/.test(path);
  return new URL(isFile ? path : `${path}/`.replace(/\/+$/, '/'), manifest.site ?? 'http://localhost:4321');
}
