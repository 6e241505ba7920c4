import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { makeCatalogue } from '../../../src/catalogue/catalogue.ts';
import type { Entry } from '../../../src/model/paper.ts';
import type { Tag } from '../../../src/model/tag.ts';
import type { Topic } from '../../../src/model/topic.ts';
import { topic } from '../topic.ts';

export { topic };

/** An entry with what a test says of it, and nothing else. */
export function entry(given: Partial<Entry> & { slug: string }): Entry {
  return {
    title: given.slug,
    abstract: '',
    emphasis: [],
    topics: [],
    links: [],
    sources: [],
    doubts: [],
    isMdx: false,
    isRich: false,
    ...given,
  };
}

/** `core('nlp', 'language')`: a tag that those words earned. */
export function core(slug: string, ...evidence: string[]): Tag {
  return { slug, strength: 'core', evidence };
}

export function minor(slug: string, ...evidence: string[]): Tag {
  return { slug, strength: 'minor', evidence };
}

/** A catalogue of entries whose topics are made up as they are named. */
export function catalogueOf(entries: Entry[], topics: Topic[] = []): Catalogue {
  const named = new Set(entries.flatMap((each) => each.topics.map(({ slug }) => slug)));
  const unknown = [...named].filter((slug) => !topics.some((known) => known.slug === slug));
  return makeCatalogue(entries, [...topics, ...unknown.map((slug) => topic({ slug }))]);
}
