import type { VFileMessage } from 'vfile-message';
import type { Change } from '../../model/ledger.ts';
import { message } from '../../model/messages.ts';
import type { Redirect } from '../../model/redirect.ts';
import type { Staged } from '../../model/staged.ts';
import type { Catalogue, ListedPaper } from '../catalogue.ts';

/** An old address of a paper, with the paper that stands for it now. */
export interface ResolvedRedirect extends Omit<Redirect, 'to'> {
  /** Undefined for a paper that was removed. */
  to: ListedPaper | undefined;
}

/**
 * Find the paper that each old address leads to, over as many steps as it takes.
 *
 * @param redirects  Those of content/redirects.
 * @param ledger     A paper that it tells removed has an old address too.
 * @param shownAs    Folder of the redirects as the person knows it.
 * @returns None where a paper stands. Messages: `needless-redirect`, `lost-redirect`.
 */
export function resolveRedirects(
  redirects: Redirect[],
  ledger: Change[],
  catalogue: Catalogue,
  shownAs: string,
): Staged<ResolvedRedirect[]> {
  const papers = new Map([...catalogue.papers, ...catalogue.withdrawn].map((paper) => [paper.slug, paper]));
  const removed = removedPapers(ledger, redirects);
  const steps = new Map([...redirects, ...removed].map(({ slug, to }) => [slug, to]));
  const resolve = (redirect: Redirect) => {
    const end = lastStep(redirect, steps, papers);
    return { end, resolved: { ...redirect, to: papers.get(end ?? '') } };
  };
  const output: ResolvedRedirect[] = [];
  const messages: VFileMessage[] = [];
  for (const redirect of redirects) {
    const place = { file: `${shownAs}/${redirect.slug}.mdx` };
    if (papers.has(redirect.slug)) {
      messages.push(message('needless-redirect', place));
      continue;
    }
    const { end, resolved } = resolve(redirect);
    if (end !== undefined && resolved.to === undefined) messages.push(message('lost-redirect', place, end));
    output.push(resolved);
  }
  for (const paper of removed) if (!papers.has(paper.slug)) output.push(resolve(paper).resolved);
  return { output, messages };
}

/** Papers that were removed without a file that says what stands for them: of each, what the ledger says last. */
function removedPapers(ledger: Change[], redirects: Redirect[]): Redirect[] {
  const last = new Map(ledger.map((change) => [change.paper, change]));
  for (const { slug } of redirects) last.delete(slug);
  const removed = [...last.values()].filter(({ change }) => change === 'removed');
  return removed.map(({ paper, title, to }) => ({ slug: paper, title, to, why: '' }));
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
