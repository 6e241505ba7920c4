import { needsSuffix, titleToSlug, withSuffix } from '../../model/slug.ts';
import type { GatheredGroup } from './group.ts';
import { hexHash, ownKey } from './keys.ts';

/** Slugs that were given before. */
export interface GivenSlugs {
  /** Of entries, and of redirects: no new paper gets one of these. */
  taken: Iterable<string>;
  /** True for the slug of a paper whose entry was lost: it gets that again. Left out where no paper was ever lost. */
  isRemembered?: ((slug: string) => boolean) | undefined;
}

/** The slug of every group: its entry's, or the one of its title where nobody else has or wants that. */
export function giveSlugs(groups: GatheredGroup[], { taken, isRemembered }: GivenSlugs): (group: GatheredGroup) => string {
  const used = new Set(taken);
  const fresh = new Map<GatheredGroup, string>();
  const byBase = Map.groupBy(
    groups.filter(({ entry }) => !entry),
    (group) => titleToSlug(group.words.title),
  );
  for (const [base, sharers] of byBase) {
    const isFree = sharers.length === 1 && !needsSuffix(base) && !used.has(base);
    for (const group of sharers) {
      const suffixed = isFree && !isRemembered ? '' : withHash(base, ownKey(group.words), used);
      const slug = isFree && !isRemembered?.(suffixed) ? base : suffixed;
      used.add(slug);
      fresh.set(group, slug);
    }
  }
  return (group) => group.entry?.slug ?? fresh.get(group) ?? '';
}

/** Eight digits are enough but for one pair in four thousand million; then more are taken. */
function withHash(base: string, ownText: string, used: Set<string>): string {
  let digits = 8;
  while (used.has(withSuffix(base, hexHash(ownText, digits)))) digits += 1;
  return withSuffix(base, hexHash(ownText, digits));
}
