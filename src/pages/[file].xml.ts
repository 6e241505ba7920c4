import type { APIRoute, GetStaticPaths } from 'astro';
import { loadCatalogue } from '../catalogue/load.ts';
import { inWords } from '../catalogue/wording.ts';
import { paths, toUrl } from '../model/address.ts';

/** OpenSearch needs whole addresses, so there is such a file only where the site's address is known. */
export const getStaticPaths = (async () => {
  const { catalogue, site } = loadCatalogue();
  const searchUrl = toUrl(site, paths.search);
  if (searchUrl === undefined) return [];
  return [{ params: { file: 'opensearch' }, props: { name: site.name, searchUrl, papers: catalogue.papers.length } }];
}) satisfies GetStaticPaths;

/** The description that lets a browser search the catalogue from its address bar. */
export const GET: APIRoute<{ name: string; searchUrl: string; papers: number }> = ({ props: { name, searchUrl, papers } }) => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml([...name].slice(0, 16).join('').trim())}</ShortName>
  <Description>${escapeXml(`${name}: titles and abstracts of ${inWords(papers, 'paper')}`)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeXml(searchUrl)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(text, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
};

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
