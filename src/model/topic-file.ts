import { bodyToText, parseBody } from './entry.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { message } from './messages.ts';
import type { Staged } from './staged.ts';
import { FACETS, topicSchema, type Topic } from './topic.ts';

/**
 * Read one file of content/topics.
 *
 * @param slug  Its file name without `.mdx`.
 * @param file  Its path, for messages.
 * @returns No topic when the file is broken.
 */
export function readTopic(slug: string, text: string, file = `${slug}.mdx`): Staged<Topic | undefined> {
  const parts = splitFrontMatter(text);
  if (!parts) return { output: undefined, messages: [message('no-front-matter', { file, line: 1 })] };
  const { data, messages } = readFrontMatter(file, parts.yaml, topicSchema, TOPIC_EXAMPLES);
  if (!data) return { output: undefined, messages };
  try {
    return { output: { slug, ...data, introduction: bodyToText(parseBody(parts.body)).abstract }, messages: [] };
  } catch (error) {
    const { reason, line = 1, column } = error as { reason: string; line?: number; column?: number };
    return { output: undefined, messages: [message('invalid-mdx', { file, line: line + parts.bodyLine - 1, column }, reason)] };
  }
}

const TOPIC_EXAMPLES: Record<keyof Omit<Topic, 'slug' | 'introduction'>, string> = {
  label: 'label: "Model compression"',
  facet: `facet: one of ${FACETS.join(', ')}`,
  broader: 'broader: efficiency',
  aliases: 'aliases: ["quantisation", "pruning"]',
  negative: 'negative: ["spectroscopic survey"]',
  definition: 'definition: "Counts: … Not: …"',
  weights: 'weights: {"large language model": 1.5}',
};
