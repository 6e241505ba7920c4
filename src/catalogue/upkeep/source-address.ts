import type { Site } from '../../model/site.ts';

/**
 * Where a folder of the catalogue can be read and edited: its page in the site's repository, as GitHub and GitLab have it.
 *
 * @returns Undefined where the site names no repository.
 */
export function sourceAddress(site: Site, folder: string): string | undefined {
  if (site.repository === undefined) return undefined;
  return `${site.repository.replace(/\/$/, '')}${isOnGitLab(site.repository) ? '/-' : ''}/tree/HEAD/${folder}`;
}

/** GitLab sets a dash between a repository and its pages. */
export function isOnGitLab(repository: string): boolean {
  return /(^|\.)gitlab\./.test(new URL(repository).hostname);
}
