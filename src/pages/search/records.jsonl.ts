import type { APIRoute } from 'astro';
import { loadCatalogue } from '../../catalogue/load.ts';
import { toSearchable } from '../../catalogue/search-record.ts';

/** What is to be indexed, one paper a line; src/integrations/search-index.ts reads it and takes it away. */
export const GET: APIRoute = async () => {
  const { catalogue } = loadCatalogue();
  return new Response(catalogue.papers.map((paper) => `${JSON.stringify(toSearchable(paper))}\n`).join(''));
};
