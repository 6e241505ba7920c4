import type { Site } from '../../model/site.ts';

/**
 * Where a folder of the catalogue can be read and edited: its page in the site's repository, as GitHub and GitLab have it.
 *
 * @param folder  Its path in the repository; undefined for one that lies elsewhere.
 * @returns Undefined where there is no such page.
 */
export function sourceAddress(site: Site, folder: string | undefined): string | undefined {
  if (site.repository === undefined || folder === undefined) return undefined;
  return `${repositoryPages(site.repository).address}/tree/HEAD/${folder}`;
}

/** What the addresses of a repository's pages begin with: GitLab sets a dash between the repository and its pages. */
export function repositoryPages(repository: string): { address: string; isOnGitLab: boolean } {
  const isOnGitLab = /(^|\.)gitlab\./.test(new URL(repository).hostname);
  return { address: `${repository.replace(/\/$/, '')}${isOnGitLab ? '/-' : ''}`, isOnGitLab };
}
