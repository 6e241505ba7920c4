import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Topic } from '../model/topic.ts';

/** A file of content/topics: its name without `.mdx`, and its text. */
export interface TopicFile {
  slug: string;
  text: string;
}

/** Write a topic so that it is read back the same. Lists that are empty and a definition that is, too, are written, for a person to fill. */
export function writeTopic({
  slug,
  introduction,
  label,
  facet,
  broader,
  aliases,
  negative,
  hints,
  definition,
  weights,
}: Topic): TopicFile {
  const front = {
    label,
    facet,
    broader,
    aliases,
    negative,
    ...(hints.length > 0 ? { hints } : {}),
    definition,
    ...(Object.keys(weights).length > 0 ? { weights } : {}),
  };
  const yaml = stringify(front, { lineWidth: 0 });
  const body = toMarkdown(
    { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: introduction }] }] },
    { extensions: [mdxToMarkdown()] },
  );
  return { slug, text: `---\n${yaml}---\n\n${body}` };
}
