import type { VFileMessage } from 'vfile-message';
import { message } from '../model/messages.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Staged } from '../model/staged.ts';
import type { Catalogue, ListedPaper } from './catalogue.ts';

/** An old address of a paper, with the paper that stands for it now. */
export interface ResolvedRedirect extends Omit<Redirect, 'to'> {
  /** Undefined for a paper that was removed. */
  to: ListedPaper | undefined;
}

/**
 * Find the paper that each old address leads to, over as many steps as it takes.
 *
 * @param shownAs  Folder of the redirects as the person knows it.
 * @returns In the order given, without those at whose address a paper stands. Messages: `needless-redirect`,
 *   `lost-redirect`.
 */
export function resolveRedirects(redirects: Redirect[], catalogue: Catalogue, shownAs: string): Staged<ResolvedRedirect[]> {
  const papers = new Map([...catalogue.papers, ...catalogue.withdrawn].map((paper) => [paper.slug, paper]));
  const steps = new Map(redirects.map(({ slug, to }) => [slug, to]));
  const output: ResolvedRedirect[] = [];
  const messages: VFileMessage[] = [];
  for (const redirect of redirects) {
    const place = { file: `${shownAs}/${redirect.slug}.mdx` };
    if (papers.has(redirect.slug)) {
      messages.push(message('needless-redirect', place));
      continue;
    }
    const end = lastStep(redirect, steps, papers);
    const to = end === undefined ? undefined : papers.get(end);
    if (end !== undefined && !to) messages.push(message('lost-redirect', place, end));
    output.push({ ...redirect, to });
  }
  return { output, messages };
}

/** Where a redirect leads in the end; in a circle, the step that would close it. */
function lastStep(
  { slug, to }: Redirect,
  steps: Map<string, string | undefined>,
  papers: Map<string, ListedPaper>,
): string | undefined {
  const seen = new Set([slug]);
  let end = to;
  while (end !== undefined && !papers.has(end) && steps.has(end) && !seen.has(end)) {
    seen.add(end);
    end = steps.get(end);
  }
  return end;
}
