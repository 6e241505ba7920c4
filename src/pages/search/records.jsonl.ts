import type { APIRoute } from 'astro';
import { loadCatalogue } from '../../catalogue/load.ts';
import { writeSearchLines } from '../../catalogue/search-lines.ts';

/** What is to be indexed; src/integrations/search-index.ts reads it and takes it away. */
export const GET: APIRoute = async () => {
  const { catalogue } = loadCatalogue();
  // As bytes: of a text, Response makes three copies.
  return new Response(new TextEncoder().encode(writeSearchLines(catalogue.papers)));
};
