/** Names of the pages of the search index, short, for every reader fetches them all. */

/** @param place  In the listing, counted from 0. */
export function paperToPage(place: number): string {
  return place.toString(36);
}

/** @param place  Among the topics of the index, counted from 0. */
export function topicToPage(place: number): string {
  return `:${place}`;
}

/** The place of a topic by the name of its page; undefined for the name of a paper's. */
export function pageToTopic(name: string): number | undefined {
  return name.startsWith(':') ? Number(name.slice(1)) : undefined;
}
