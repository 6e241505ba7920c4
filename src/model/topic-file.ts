import { readBodyAt } from './entry.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { message } from './messages.ts';
import type { Staged } from './staged.ts';
import { FACETS, topicSchema, type Topic } from './topic.ts';

/**
 * Read one file of content/topics.
 *
 * @param slug  Its file name without `.mdx`.
 * @param file  Its path, for messages.
 * @returns No topic when the file is broken; messages then name the line, the key, the value and the cure.
 */
export function readTopic(slug: string, text: string, file = `${slug}.mdx`): Staged<Topic | undefined> {
  const parts = splitFrontMatter(text);
  if (!parts) return { output: undefined, messages: [message('no-front-matter', { file, line: 1 })] };
  const front = readFrontMatter(file, parts.yaml, topicSchema, TOPIC_EXAMPLES);
  const body = readBodyAt(file, parts.bodyLine, parts.body);
  const messages = [...front.messages, ...body.messages];
  if (!front.output || !body.output) return { output: undefined, messages };
  return { output: { slug, ...front.output, introduction: body.output.abstract }, messages };
}

const TOPIC_EXAMPLES: Record<keyof Omit<Topic, 'slug' | 'introduction'>, string> = {
  label: 'label: "Model compression"',
  facet: `facet: one of ${FACETS.join(', ')}`,
  broader: 'broader: efficiency',
  aliases: 'aliases: ["quantisation", "pruning"]',
  negative: 'negative: ["spectroscopic survey"]',
  hints: 'hints: ["release|present * dataset|corpus"]',
  definition: 'definition: "Counts: … Not: …"',
  weights: 'weights: {"large language model": 1.5}',
};
