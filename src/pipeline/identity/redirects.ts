import type { Redirect } from '../../model/redirect.ts';
import { titleToSlug } from '../../model/slug.ts';
import type { Group } from './group.ts';
import { textKey } from './keys.ts';

/** Old addresses, and the papers that stand for them now. */
export class Redirects {
  readonly #bySlug: Map<string, Redirect>;
  readonly #byTitle: Map<string, Redirect>;
  readonly #groups: Map<string, Group>;

  /** @param groups  Of all entries. An old address at which an entry stands again leads nowhere else. */
  constructor(redirects: Redirect[], groups: Group[]) {
    this.#groups = new Map(groups.map((group) => [group.entry?.slug ?? '', group]));
    const old = redirects.filter(({ slug }) => !this.#groups.has(slug));
    this.#bySlug = new Map(old.map((redirect) => [redirect.slug, redirect]));
    this.#byTitle = new Map(old.map((redirect) => [textKey(redirect.title), redirect]));
  }

  /**
   * Where a paper of this title has gone, over as many steps as it takes.
   *
   * @returns The paper that stands for it now; `removed` when there is none; undefined when it has gone nowhere.
   */
  follow(title: string): Group | 'removed' | undefined {
    if (this.#byTitle.size === 0) return undefined;
    let redirect = this.#byTitle.get(textKey(title)) ?? this.#bySlug.get(titleToSlug(title));
    if (!redirect) return undefined;
    for (const seen = new Set<Redirect>(); redirect && !seen.has(redirect); redirect = this.#bySlug.get(redirect.to ?? '')) {
      seen.add(redirect);
      const group = this.#groups.get(redirect.to ?? '');
      if (group) return group;
    }
    return 'removed';
  }
}
