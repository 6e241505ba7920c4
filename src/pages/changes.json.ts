import type { APIRoute } from 'astro';
import { toChangesJson } from '../catalogue/upkeep/changes.ts';
import { loadCatalogue } from '../catalogue/load.ts';

/** Everything that happened to the papers, for programs. */
export const GET: APIRoute = () => {
  const { site, ...recorded } = loadCatalogue();
  return new Response(toChangesJson(recorded, site), { headers: { 'Content-Type': 'application/json' } });
};
