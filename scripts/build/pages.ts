import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { isInShard, WHOLE, type Shard } from '../../src/model/shard.ts';
import type { Show } from '../progress.ts';
import { urlOf, type App, type Page, type Path } from './astro-app.ts';
import type { LastPages } from './last-pages.ts';
import { PageWriter, type PageFile } from './page-writer.ts';
import { rendererOf } from './route-renderer.ts';

interface Target {
  /** The folder to write them into. */
  out: string;
  /** The part of the site to write; the whole where there is none. */
  shard: Shard | undefined;
  /** The pages that may be taken over. */
  last: LastPages;
  /** Called with the files of those that stay as they are. */
  keep: (file: string) => void;
  show: Show;
}

type Route = Path['route'];

const PAGES_A_TURN = 100;

/** Write all pages that have changed, and the other files that Astro's routes give. @returns How many pages the site has. */
export async function writePages(app: App, { out, shard = WHOLE, last, keep, show }: Target): Promise<number> {
  const paths = await new StaticPaths(app as unknown as ConstructorParameters<typeof StaticPaths>[0]).getAll();
  refuseTwins(paths);
  const mine = (path: { pathname: string }) => isInShard(path.pathname, shard);
  const routes = [...Map.groupBy(paths.filter(isOneOfMany), ({ route }) => route)].map(([route, ofRoute]) => ({
    route,
    pages: pagesOf(route, ofRoute, app).filter(mine),
  }));
  // Papers last: by then the thread that finds which are related may be done.
  routes.sort((a, b) => a.pages.length - b.pages.length);
  const total = routes.reduce((sum, { pages }) => sum + pages.length, 0);
  const writer = new PageWriter(out, (page) => last.note(page));
  let done = 0;
  try {
    for (const { route, pages } of routes) {
      const make = makerOf(route, app, last);
      for (const page of pages) {
        const file = fileOf(page.pathname, route);
        const made = await make(page, file);
        if (made === undefined) keep(file);
        else await writer.write(made);
        done += 1;
        if (done % PAGES_A_TURN !== 0) continue;
        show('pages', done, total);
        await setImmediate(); // so that Ctrl-C is heard
      }
    }
    await writer.finish();
  } finally {
    await writer.close();
  }
  const others = paths.filter((path) => !isOneOfMany(path) && mine(path));
  for (const path of others) await writeAlone(path, out, app);
  return total + others.filter(({ route }) => route.type === 'page').length;
}

/** Makes the pages of a route; gives undefined for one that would be the same as in the last build. */
function makerOf(route: Route, app: App, last: LastPages): (page: Page, file: string) => Promise<PageFile | undefined> {
  let render: ((page: Page) => Promise<string>) | undefined;
  return async (page, file) => {
    const { shown } = page.props;
    if (typeof shown !== 'function') throw new Error(`${route.component} does not give what its pages show.`);
    const data = (await shown()) as unknown;
    const json = JSON.stringify(data);
    if (last.isUnchanged(file, json)) return undefined;
    render ??= await rendererOf(route, page, app);
    return { file, html: await render({ ...page, props: { ...page.props, shown: () => data } }), shown: json };
  };
}

/** Whether a path is that of a page whose component makes many. */
function isOneOfMany({ route }: Path): boolean {
  return route.type === 'page' && route.pathname === undefined;
}

/** Astro gives a route's paths in the order of its `getStaticPaths`. */
function pagesOf(route: Route, paths: Path[], app: App): Page[] {
  const { staticPaths } = app.routeCache.get(route)!;
  return paths.map(({ pathname }, at) => ({ pathname, ...staticPaths[at]! }));
}

/** A page with an address of its own, or a file that is no page. */
async function writeAlone({ pathname, route }: Path, out: string, app: App): Promise<void> {
  const file = join(out, fileOf(pathname, route));
  mkdirSync(dirname(file), { recursive: true });
  if (route.type === 'page') {
    const render = await rendererOf(route, { pathname }, app);
    return writeFile(file, await render({ pathname, params: {}, props: {} }));
  }
  const response = await app.render(new Request(urlOf({ pathname, route }, app)), { routeData: route });
  await writeFile(file, response.body ?? '');
}

/** Where a path's file stands, below the site's folder. */
function fileOf(pathname: string, { type }: Route): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  return path === '404' ? '404.html' : join(path, 'index.html');
}

/** Two pages with one address are a mistake of ours, never to be settled by chance. */
function refuseTwins(paths: Path[]): void {
  const known = new Map<string, Path>();
  for (const path of paths) {
    const twin = known.get(path.pathname);
    if (twin)
      throw new Error(`${path.pathname} is the address of two pages: of ${twin.route.component} and ${path.route.component}.`);
    known.set(path.pathname, path);
  }
}
