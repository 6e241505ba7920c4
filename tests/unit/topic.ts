import type { Topic } from '../../src/model/topic.ts';

/** A topic with what a test says of it, and nothing else. */
export function topic(given: Partial<Topic> & { slug: string }): Topic {
  return {
    label: given.slug,
    facet: 'method',
    aliases: [],
    negative: [],
    hints: [],
    definition: '',
    weights: {},
    introduction: '',
    ...given,
  };
}
